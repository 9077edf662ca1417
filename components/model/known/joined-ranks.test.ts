import { describe, expect, test } from 'vitest'
import type { Agreement, KnownPerson } from '@/lib/known-people/client'
import { joinedRanks } from './joined-ranks'

const person = (personId: string, position: number, liveScore: number | null): KnownPerson => ({
  ...{ personId, position, liveScore },
  email: null,
  name: null,
  state: 'scored',
  tier: null,
})

const tau = { n: 2, tau: null, low: null, high: null, open: true, reason: 'too few' }

const agreement = (ids: string[]): Agreement => ({
  asOf: '2026-03-02T00:00:00.000Z',
  version: 7,
  items: ids.map((personId, index) => ({
    personId,
    position: index + 1,
    draftScore: 10 * (index + 1),
    liveScore: 5,
    draftRank: ids.length - index,
    liveRank: index + 1,
  })),
  draft: tau,
  live: tau,
})

describe('the list with its ranks', () => {
  test('goes by person, as the list may have another order by now', () => {
    const items = [person('b', 1, 50), person('a', 2, 60), person('new', 3, 10)]
    expect(joinedRanks(items, agreement(['a', 'b']))).toMatchObject([
      { personId: 'b', position: 1, draftScore: 20, draftRank: 1, liveRank: 2 },
      { personId: 'a', position: 2, draftScore: 10, draftRank: 2, liveRank: 1 },
      { personId: 'new', draftScore: null, draftRank: null, liveRank: 3 },
    ])
  })

  test('tells masked people who look alike apart by their order', () => {
    const masked = 'j•••@e•••'
    const items = [person(masked, 1, null), person(masked, 2, null)]
    expect(joinedRanks(items, agreement([masked, masked])).map(({ draftScore }) => draftScore)).toEqual([
      10, 20,
    ])
  })

  test('has live ranks of the list until there is an agreement', () => {
    const items = [person('a', 1, 50), person('b', 2, null), person('c', 3, 50), person('d', 4, 80)]
    expect(joinedRanks(items, undefined).map(({ liveRank }) => liveRank)).toEqual([2.5, null, 2.5, 1])
  })
})
