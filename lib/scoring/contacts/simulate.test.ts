import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { SentAction } from './grammar/action-names'
import { scoreContact } from './score-contact'
import { simulate } from './simulate'
import { AS_OF, anyContactModel, anyHistory, contactModel, times, weekly } from './testing'
import { whatReaches } from './what-reaches'

const model = contactModel()
const lena = weekly('subscribed', ...times(5, 'read' as const), 'bounce_hard', 'read')
const next = (...actions: SentAction[]) => simulate(lena, model, AS_OF, actions)

describe('the simulator', () => {
  it('after 3.623810 two more reads: 4.493452, then 5.019683 and 4★', () => {
    const { steps, result } = next('read', 'read')
    expect(steps.map(({ score }) => score.toFixed(6))).toEqual(['4.493452', '5.019683'])
    expect(steps.map(({ stars }) => stars)).toEqual([3, 4])
    expect(steps[0]?.change).toBeCloseTo(4.4934521 - 3.6238095, 6)
    expect(result.score).toBe(steps[1]?.score)
    expect(result.counted).toHaveLength(10)
  })

  test.each([
    ['read', '4.49', 3],
    ['click', '6.49', 4],
    ['reply', '10.49', 5],
    ['forward', '12.49', 5],
    ['profile_update', '5.49', 4],
    ['bounce_soft', '1.99', 1],
    ['bounce_hard', '1.25', 1],
    ['complaint', '1.25', 1],
    ['delivered', '3.62', 3],
  ] as const)('if the next action is %s: %s', (action, score, stars) => {
    const [step] = next(action).steps
    expect(step?.score.toFixed(2)).toBe(score)
    expect(step?.stars).toBe(stars)
  })

  it('a second profile update replaces the first, a second subscription is not counted', () => {
    const { steps, result } = next('profile_update', 'profile_update', 'subscribed')
    expect(steps[1]?.score).toBeCloseTo(steps[0]?.score ?? 0, 12)
    expect(steps[2]?.change).toBe(0)
    expect(result.notCounted.map(({ action }) => action)).toEqual(['profile_update', 'subscribed'])
  })

  it('of nothing is the score of today, under any model and history', () => {
    fc.assert(
      fc.property(anyHistory, anyContactModel, (history, drawn) => {
        expect(simulate(history, drawn, AS_OF, []).result).toEqual(scoreContact(history, drawn, AS_OF))
      }),
    )
  })

  it('says under the time clock what the next instant would show', () => {
    const byDay = contactModel({ clock: { type: 'time' } })
    const read = { id: 'z', action: 'read' as const, at: AS_OF }
    const then = scoreContact({ actions: [...lena.actions, read] }, byDay, AS_OF + 1).score
    expect(simulate(lena, byDay, AS_OF, ['read']).result.score).toBeCloseTo(then, 6)
  })
})

describe('what would reach', () => {
  it('4★ from 3.623810: one click, forward, reply, profile update or invitation, or two reads (5.019683)', () => {
    const reaching = whatReaches(lena, model, AS_OF, 4)
    expect(reaching.map(({ action, repeats }) => [action, repeats])).toEqual([
      ['click', 1],
      ['forward', 1],
      ['reply', 1],
      ['profile_update', 1],
      ['invite', 1],
      ['read', 2],
    ])
    expect(reaching.at(-1)?.score).toBeCloseTo(5.019683, 6)
  })

  it('5★ on reads alone takes 44, which a bound of 43 does not find', () => {
    const reads = (bound?: number) =>
      whatReaches(lena, model, AS_OF, 5, bound).find(({ action }) => action === 'read')
    expect(reads()).toMatchObject({ repeats: 44 })
    expect(reads(44)).toMatchObject({ repeats: 44 })
    expect(reads(43)).toEqual({ action: 'read', repeats: null, score: null })
  })

  it('nothing where the stars are there already; the unreachable last', () => {
    expect(whatReaches(lena, model, AS_OF, 3).map(({ repeats }) => repeats)).toEqual(times(6, 0))
    const five = whatReaches(lena, model, AS_OF, 5)
    expect(five.at(-1)).toEqual({ action: 'profile_update', repeats: null, score: null })
  })

  it('is what repeating the action in the simulator finds, under any model and history', () => {
    fc.assert(
      fc.property(
        anyHistory,
        anyContactModel,
        fc.constantFrom(...([3, 4, 5] as const)),
        (history, drawn, stars) => {
          const now = scoreContact(history, drawn, AS_OF).stars
          for (const { action, repeats, score } of whatReaches(history, drawn, AS_OF, stars, 6)) {
            const { steps } = simulate(history, drawn, AS_OF, times(6, action))
            const first = steps.findIndex((step) => step.stars >= stars)
            expect(repeats).toBe(now >= stars ? 0 : first < 0 ? null : first + 1)
            if (repeats) expect(score).toBeCloseTo(steps[first]?.score ?? NaN, 9)
          }
        },
      ),
    )
  })

  it('asks only what the model counts', () => {
    const reads = contactModel({ actions: [{ action: 'read' }, { action: 'click', counted: false }] })
    expect(whatReaches(lena, reads, AS_OF, 4).map(({ action }) => action)).toEqual(['read'])
  })
})
