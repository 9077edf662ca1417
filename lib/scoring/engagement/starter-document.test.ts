import { describe, expect, it } from 'vitest'
import { parseEngagementDocument } from './document'
import { starterDocument } from './starter-document'

const use = (name: string, people: number, volume = people) => ({ name, people, volume })

describe('starter model', () => {
  it('100 people, login by 80, export by 10, invite by 3: weights 1, 3, 5, each in days', () => {
    const starter = starterDocument([use('invite', 3), use('login', 80), use('export', 10)], 100)
    expect(starter?.behaviors.map(({ key, weight, measure }) => [key, weight, measure?.type])).toEqual([
      ['login', 1, 'days'],
      ['export', 3, 'days'],
      ['invite', 5, 'days'],
    ])
  })

  it('half of the people exactly is 1, just under it 3, just under a tenth 5', () => {
    const starter = starterDocument([use('a', 500), use('b', 499), use('c', 99)], 1000)
    expect(starter?.behaviors.map(({ weight }) => weight)).toEqual([1, 3, 5])
  })

  it('takes the seven most used, by people, then volume, then name', () => {
    const events = [
      use('z', 1),
      use('y', 1),
      use('x', 1, 9),
      ...['a', 'b', 'c', 'd', 'e'].map((name) => use(name, 5)),
    ]
    const names = starterDocument(events, 10)?.behaviors.map(({ name }) => name)
    expect(names).toEqual(['a', 'b', 'c', 'd', 'e', 'x', 'y'])
  })

  it('is accepted as it is, says that it is a starter and where its weights are from', () => {
    const parsed = parseEngagementDocument(
      starterDocument([use('Report Run', 4), use('*', 9), use(' ', 9), use('nul\0', 9)], 9),
    )
    expect(parsed).toMatchObject({
      ok: true,
      notes: [],
      document: {
        name: 'Starter model',
        weighting: { mode: 'heuristic', source: expect.stringMatching(/^starter: .*counted in days/) },
        behaviors: [{ key: 'report-run', name: 'Report Run', match: { any: [{ event: 'Report Run' }] } }],
      },
    })
  })

  it('gives every behavior a key of its own, whatever the events are called', () => {
    const awkward = ['Sign Up', 'sign-up', 'sign_up', '!!!', '???', 'Größe geändert', '🎉'.repeat(60)]
    const starter = starterDocument(awkward.map((name, i) => use(name, 9 - i)), 9) // prettier-ignore
    expect(starter?.behaviors.map(({ key }) => key)).toEqual([
      'sign-up',
      'sign-up-2',
      'sign-up-3',
      'event',
      'event-2',
      'größe-geändert',
      'event-3',
    ])
    expect(parseEngagementDocument(starter)).toMatchObject({ ok: true })
  })

  it('is null where there is nothing to build on', () => {
    expect([starterDocument([], 10), starterDocument([use('login', 0)], 10)]).toEqual([null, null])
  })
})
