import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ContactHistory } from './contact-history'
import { countedActions } from './counted-actions'
import type { ContactDocument } from './document'
import { rateCounted, scoreContact } from './score-contact'
import { scorePath } from './score-path'
import { AS_OF, anyContactModel, anyHistory, withWorth } from './testing'

const scoreOf = (history: ContactHistory, model: ContactDocument) => scoreContact(history, model, AS_OF).score

/** Room for the last bits of a sum. */
const above = (score: number) => score * (1 + 1e-12) + 1e-12

/** Walks from the oldest to the newest, as the definition tells it. */
function walked(history: ContactHistory, model: ContactDocument): number {
  const parts = scoreContact(history, model, AS_OF).counted
  let total = 0
  let divisors = 1
  for (const { age, points, severity } of parts) {
    if (points !== null) total += points / age ** model.gravity
    else if (model.order === 'running') total /= 1 + (severity ?? 0) / age ** model.gravity
    else divisors *= 1 + (severity ?? 0) / age ** model.gravity
  }
  const lowered = parts.filter(({ action }) => /bounce|complaint/.test(action))
  const least = lowered.reduce((floor, { divisor }) => floor / divisor, model.floor ?? 0)
  return Math.max(total / divisors, least)
}

describe('of any model and history', () => {
  it('the score is what walking from the oldest action to the newest gives', () => {
    fc.assert(
      fc.property(anyHistory, anyContactModel, (history, model) => {
        expect(scoreOf(history, model)).toBeCloseTo(walked(history, model), 9)
      }),
    )
  })

  it('the parts sum to the score, the floor included', () => {
    fc.assert(
      fc.property(anyHistory, anyContactModel, (history, model) => {
        const { score, counted, floor } = scoreContact(history, model, AS_OF)
        const apart = counted.some(({ action }) => action === 'subscribed') ? 0 : (floor?.lifts ?? 0)
        const sum = counted.reduce((all, { adds }) => all + adds, apart)
        expect(Math.abs(sum - score)).toBeLessThan(1e-9)
      }),
    )
  })

  it('shuffling and duplicates change not a bit', () => {
    fc.assert(
      fc.property(
        anyHistory.chain((history) =>
          fc.tuple(
            fc.constant(history),
            fc.shuffledSubarray([...history.actions, ...history.actions], {
              minLength: history.actions.length * 2,
            }),
          ),
        ),
        anyContactModel,
        ([history, actions], model) => {
          expect(scoreContact({ actions }, model, AS_OF)).toEqual(scoreContact(history, model, AS_OF))
        },
      ),
    )
  })

  it('raising a severity never raises a running score', () => {
    fc.assert(
      fc.property(anyHistory, anyContactModel, fc.nat(11), fc.double({ min: 0, max: 9, noNaN: true }), (history, drawn, which, by) => {
        const model = { ...drawn, order: 'running' as const }
        const raised = withWorth(model, 'severity', (worth, index) => (index === which ? worth + by : worth))
        expect(scoreOf(history, raised)).toBeLessThanOrEqual(above(scoreOf(history, model)))
      }),
      { numRuns: 400 },
    ) // prettier-ignore
  })

  it('raising the points of a positive never lowers a score', () => {
    fc.assert(
      fc.property(anyHistory, anyContactModel, fc.nat(11), fc.double({ min: 0, max: 9, noNaN: true }), (history, model, which, by) => {
        const raised = withWorth(model, 'points', (worth, index) => (index === which ? worth + by : worth))
        expect(above(scoreOf(history, raised))).toBeGreaterThanOrEqual(scoreOf(history, model))
      }),
      { numRuns: 400 },
    ) // prettier-ignore
  })

  it('every action that was seen is counted or told why not, once', () => {
    fc.assert(
      fc.property(anyHistory, anyContactModel, (history, model) => {
        const { counted, notCounted } = scoreContact(history, model, AS_OF)
        const told = [...counted.filter(({ implied }) => !implied), ...notCounted]
        const sent = told.filter(({ action }) => action !== 'unread').map(({ id }) => id)
        expect(sent.sort()).toEqual(history.actions.map(({ id }) => id).sort())
      }),
    )
  })

  it('the score is finite and at least 0, its stars 1 to 5', () => {
    fc.assert(
      fc.property(anyHistory, anyContactModel, (history, model) => {
        const { score, stars } = scoreContact(history, model, AS_OF)
        expect(Number.isFinite(score) && score >= 0).toBe(true)
        expect([1, 2, 3, 4, 5]).toContain(stars)
      }),
    )
  })

  it('the path ends in the rating of its last instant, and gives the newest points alone where asked', () => {
    fc.assert(
      fc.property(anyHistory, anyContactModel, (history, model) => {
        const { counted } = countedActions(history, model, AS_OF)
        const path = scorePath(counted, model)
        expect(path).toHaveLength(counted.length)
        expect(scorePath(counted, model, 3)).toEqual(path.slice(-3))
        const last = counted.at(-1)
        if (last) expect(path.at(-1)?.score).toBe(rateCounted(counted, model, last.at).score)
      }),
    )
  })
})
