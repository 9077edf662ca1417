import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SeenAction, markMachines } from '@/lib/scoring/contacts/machine-rules'
import { scoreContact } from '@/lib/scoring/contacts/score-contact'
import { AS_OF, DAY, HOUR, anyContactModel, anyHistory } from '@/lib/scoring/contacts/testing'
import { withoutOlder } from '@/lib/scoring/contacts/truncation'
import { liveStars } from '@/lib/scoring/contacts/what-if/compile-stars-what-if'
import { truncatedStars } from '@/lib/scoring/contacts/what-if/truncated-stars'
import { columnsOfRows } from '../what-if/columns-of-rows'
import { storedOfHistories } from '../what-if/testing-stored'
import { cutRows } from './cut-rows'

/** Links, and instants within seconds of each other, so that machines are found. */
const anyContact = fc
  .tuple(
    anyHistory,
    fc.array(fc.record({ url: fc.constantFrom('a', 'b', 'c', undefined), ms: fc.nat(3000) }), {
      minLength: 30,
    }),
    fc.constantFrom(undefined, AS_OF - 20 * DAY, AS_OF - 600 * DAY),
  )
  .map(([{ actions }, seen, knownSince]) => ({
    actions: actions.map((one, index): SeenAction => ({
      ...one,
      at: Math.floor(one.at / DAY) * DAY + (seen[index]?.ms ?? 0),
      url: seen[index]?.url,
    })),
    knownSince,
  }))
const anyList = fc
  .array(anyContact, { minLength: 1, maxLength: 8 })
  .map((contacts) => contacts.filter(({ actions }) => actions.length > 0))

const marked = <History extends { actions: readonly SeenAction[] }>(history: History) => ({
  ...history,
  actions: markMachines(history.actions),
})

describe('of any list, stored as rows', () => {
  it('everybody has the score of the history whose machines are marked', async () => {
    await fc.assert(
      fc.asyncProperty(anyList, anyContactModel, async (histories, model) => {
        const { stored, known } = storedOfHistories(histories)
        const { scores } = liveStars(await columnsOfRows(stored, stored.drafted, known, AS_OF), model)
        histories.forEach((history, contact) => {
          const { score } = scoreContact(marked(history), model, AS_OF)
          expect(Math.abs((scores[contact] ?? NaN) - score)).toBeLessThan(1e-9)
        })
      }),
      { numRuns: 150 },
    )
  }, 30_000)

  it('what stays of it after a truncation scores as each history without what is older', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyList,
        anyContactModel,
        fc.integer({ min: 0, max: 700 }),
        async (histories, model, hours) => {
          const before = AS_OF - hours * HOUR
          const { stored, known } = storedOfHistories(histories)
          const knownSince = (row: number) => known.since[Number(stored.people[row]) - 1] ?? Infinity
          const cut = cutRows({ stored, codes: stored.drafted, knownSince }, before)
          const full = await columnsOfRows(stored, stored.drafted, known, AS_OF)
          const rest = await columnsOfRows(cut.stored, cut.codes, known, AS_OF)
          const { scores } = liveStars(rest, model)
          const effect = truncatedStars(full, rest, model)
          const wanted = { dropped: 0, starsChanged: 0, rise: 0, drop: 0 }
          histories.forEach((history, contact) => {
            const short = withoutOlder(history, before)
            const [was, is] = [
              scoreContact(marked(history), model, AS_OF),
              scoreContact(marked(short), model, AS_OF),
            ]
            expect(Math.abs((scores[contact] ?? NaN) - is.score)).toBeLessThan(1e-9)
            wanted.dropped += history.actions.length - short.actions.length
            wanted.starsChanged += Number(was.stars !== is.stars)
            wanted.rise = Math.max(wanted.rise, is.score - was.score)
            wanted.drop = Math.max(wanted.drop, was.score - is.score)
          })
          expect(cut.dropped).toBe(wanted.dropped)
          expect(effect).toMatchObject({ contacts: histories.length, starsChanged: wanted.starsChanged })
          expect(effect.largestRise).toBeCloseTo(wanted.rise, 8)
          expect(effect.largestDrop).toBeCloseTo(wanted.drop, 8)
        },
      ),
      { numRuns: 200 },
    )
  }, 30_000)
})
