import { describe, expect, test } from 'vitest'
import { parseEngagementDocument } from './document'
import { documentProblems } from './document-problems'

const behavior = { key: 'report', weight: 5, match: { events: ['Report Run'] } }

describe('the problems of a document', () => {
  test('are none of a valid one', () => {
    expect(documentProblems({ kind: 'engagement', name: 'A', behaviors: [behavior] })).toEqual([])
  })

  test('are all told, each at its path', () => {
    const document = { kind: 'engagement', name: ' ', behaviors: [{ ...behavior, weight: NaN, cap: 0 }] }
    expect(documentProblems(document).map(({ path }) => path)).toEqual([
      ['name'],
      ['behaviors', 0, 'weight'],
      ['behaviors', 0, 'cap'],
    ])
  })

  test('begin with the one that refuses the document', () => {
    const document = { kind: 'engagement', name: 'A', behaviors: [{ ...behavior, cap: -1 }], tiers: [] }
    expect(parseEngagementDocument(document)).toMatchObject(documentProblems(document)[0] ?? {})
  })
})
