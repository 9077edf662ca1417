import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ContactDocumentInput } from './document'
import { contactDocumentChanges } from './document-changes'
import { anyContactModel, contactModel } from './testing'

type Rest = Partial<ContactDocumentInput>
type Actions = NonNullable<ContactDocumentInput['actions']>

const words = (before: Rest, after: Rest) =>
  contactDocumentChanges(contactModel(before), contactModel(after)).map((change) => change.words)

const actionWords = (before: Actions, after: Actions) =>
  words({ actions: [{ action: 'subscribed' }, ...before] }, { actions: [{ action: 'subscribed' }, ...after] })

describe('changes of a contact model', () => {
  test('points are told with both numbers, and shorter for the bar', () => {
    const from = contactModel({ actions: [{ action: 'subscribed' }, { action: 'click' }] })
    const to = contactModel({ actions: [{ action: 'subscribed' }, { action: 'click', points: 6.5 }] })
    expect(contactDocumentChanges(from, to)).toEqual([
      { path: ['actions', 1, 'points'], words: 'Click: points 4 → 6.5', short: 'Click 4 → 6.5' },
    ])
  })

  // prettier-ignore
  test.each<[string, Actions, Actions, string[]]>([
    ['a severity', [{ action: 'bounce_hard' }], [{ action: 'bounce_hard', severity: 2 }], ['Hard bounce: severity 1 → 2']],
    ['a first severity', [{ action: 'unread', counted: false }], [{ action: 'unread', severity: 0.1 }], ['Unread message counts', 'Unread message: severity none → 0.1', 'Floor none → 2']],
    ['days', [{ action: 'unread', counted: false }], [{ action: 'unread', counted: false, afterDays: 10 }], ['Unread message: after 7 → 10 days']],
    ['what counts no more', [{ action: 'reply' }], [{ action: 'reply', counted: false }], ['Reply no longer counts']],
    ['a new one', [], [{ action: 'reply' }], ['Added reply (8 points)']],
    ['a new one that does not count', [], [{ action: 'delivered' }], ['Added delivery (not counted)']],
    ['one that is gone', [{ action: 'bounce_soft' }], [], ['Removed soft bounce']],
    ['events', [{ action: 'read', events: ['a', 'b'] }], [{ action: 'read', events: ['b', 'c'] }], ['Read: also “c”; no longer “a”']],
    ['the order of events', [{ action: 'read', events: ['a', 'b'] }], [{ action: 'read', events: ['b', 'a'] }], ['Read: events reordered']],
    ['the order', [{ action: 'read' }, { action: 'click' }], [{ action: 'click' }, { action: 'read' }], ['Actions reordered']],
  ])('tell of %s among the actions', (_, before, after, told) => {
    expect(actionWords(before, after)).toEqual(told)
  })

  test.each<[Rest, string[]]>([
    [{ name: 'Other' }, ['Name “Test” → “Other”']],
    [{ gravity: 1.5 }, ['Gravity 1 → 1.5']],
    [{ clock: { type: 'time', unit: 'week' } }, ['Clock: position → time, by the week', 'Floor none → 2']],
    [{ order: 'final' }, ['Order: running → final']],
    [{ dedupe: 'message' }, ['The latest counts per message and action → message']],
    [{ machine: 'include' }, ['Reads and clicks of machines: not counted → counted']],
    [{ floor: 1 }, ['Floor none → 1']],
    [{ stars: [1, 3, 6, 9] }, ['2★ from 2 → 1', '4★ above 5 → 6']],
  ])('tell of %j', (rest, told) => {
    expect(words({}, rest)).toEqual(told)
  })

  test('are complete: none are told exactly where documents are equal', () => {
    fc.assert(
      fc.property(anyContactModel, anyContactModel, (one, other) => {
        expect(contactDocumentChanges(one, one)).toEqual([])
        const isEqual = JSON.stringify(one) === JSON.stringify(other)
        expect(contactDocumentChanges(one, other).length === 0).toBe(isEqual)
      }),
    )
  })
})
