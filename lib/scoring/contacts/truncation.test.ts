import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type CountedAction, countedActions } from './counted-actions'
import { rateCounted, scoreContact } from './score-contact'
import { AS_OF, anyContactModel, anyHistory, contactModel, DAY, HOUR, times, weekly, worked } from './testing'
import { truncationEffect, withoutOlder } from './truncation'
import { negativesFactor, positivesBound, truncationBound } from './truncation-bound'

describe('the exact effect', () => {
  it('subscribed, four reads, without the first two: 4.566667 becomes 3.666667', () => {
    const history = weekly('subscribed', ...times(4, 'read' as const))
    const effect = truncationEffect([history], worked(), { before: AS_OF - 14 * DAY, asOf: AS_OF })
    expect(effect).toEqual({
      contacts: 1,
      dropped: 2,
      changed: 1,
      starsChanged: 0,
      largestRise: 0,
      largestDrop: expect.closeTo(0.9, 9) as number,
    })
  })

  it('a bounce that is gone raises a final score, and may give stars', () => {
    const history = weekly('subscribed', 'bounce_hard', ...times(2, 'read' as const))
    const final = worked({ order: 'final' })
    expect(scoreContact(history, final, AS_OF).score).toBeCloseTo(2.625, 9)
    const effect = truncationEffect([history, weekly('subscribed')], final, {
      before: AS_OF - 14 * DAY,
      asOf: AS_OF,
    })
    expect(effect).toMatchObject({ contacts: 2, dropped: 1, changed: 1, starsChanged: 1, largestDrop: 0 })
    expect(effect.largestRise).toBeCloseTo(3.6666667 - 2.625, 6)
  })

  it('keeps the first subscription, and when the contact was first known', () => {
    const history = weekly('subscribed', 'read', 'subscribed', 'read')
    const kept = withoutOlder(history, AS_OF - 7 * DAY)
    expect(kept.actions.map(({ id }) => id)).toEqual(['e000', 'e003'])
    const unsent = weekly('read', 'read')
    expect(withoutOlder(unsent, AS_OF - 7 * DAY).knownSince).toBe(AS_OF - 14 * DAY)
    expect(withoutOlder({ ...unsent, knownSince: 5 }, AS_OF).knownSince).toBe(5)
    expect(withoutOlder({ actions: [] }, AS_OF)).toEqual({ actions: [] })
  })

  it('of dropping nothing is none, and says the difference of two scores', () => {
    fc.assert(
      fc.property(anyHistory, anyContactModel, fc.integer({ min: 0, max: 800 }), (history, model, hours) => {
        const before = AS_OF - hours * HOUR
        const effect = truncationEffect([history], model, { before, asOf: AS_OF })
        const change =
          scoreContact(withoutOlder(history, before), model, AS_OF).score -
          scoreContact(history, model, AS_OF).score
        expect(effect.largestRise - effect.largestDrop).toBeCloseTo(change, 12)
        if (hours === 800) expect(effect).toMatchObject({ dropped: 0, changed: 0, starsChanged: 0 })
      }),
    )
  })
})

describe('bounds', () => {
  test('P 10, g 2, N 100: 0.1; s 1: 1.010050; none for g ≤ 1', () => {
    expect(positivesBound(10, 2, 100)).toBeCloseTo(0.1, 12)
    expect(negativesFactor(1, 2, 100)).toBeCloseTo(1.01005, 6)
    expect([positivesBound(10, 1, 100), negativesFactor(1, 0.5, 100), negativesFactor(0, 0.5, 100)]).toEqual([
      null,
      null,
      1,
    ])
  })

  test('of a model: by its largest points and severity that count', () => {
    expect(truncationBound(contactModel({ gravity: 2 }), 100)).toEqual({
      lowersAtMost: 0.1,
      raisesAtMost: 0.1,
      factor: 1,
    })
    expect(truncationBound(contactModel({ gravity: 2, order: 'final' }), 100)?.factor).toBeCloseTo(1.01005, 6)
    expect(truncationBound(contactModel({ gravity: 1 }), 100)).toBe(null)
    expect(truncationBound(contactModel({ gravity: 2, clock: { type: 'time' } }), 100)).toBe(null)
  })

  const past = (counted: readonly CountedAction[], kept: number) =>
    counted.slice(0, Math.max(0, counted.length - kept))

  /** The newest that many, and the subscription. */
  const newest = (counted: readonly CountedAction[], kept: number) => [
    ...past(counted, kept).filter(({ action }) => action === 'subscribed'),
    ...counted.slice(-kept),
  ]

  const steep = fc
    .tuple(anyContactModel, fc.double({ min: 1.05, max: 4, noNaN: true }))
    .map(([model, gravity]) => ({ ...model, gravity, clock: { type: 'position' as const } }))
  const kept = fc.integer({ min: 1, max: 20 })

  it('hold of any history: positives past rank N add no more than theirs', () => {
    fc.assert(
      fc.property(anyHistory, steep, kept, (history, drawn, ranks) => {
        const model = { ...drawn, order: 'running' as const, floor: null }
        const { counted } = countedActions(history, model, AS_OF)
        const most = Math.max(0, ...past(counted, ranks).map(({ points }) => points ?? 0))
        const parts = rateCounted(counted, model, AS_OF).counted.slice(0, past(counted, ranks).length)
        const added = parts.reduce((sum, { adds }) => sum + adds, 0)
        expect(added).toBeLessThanOrEqual((positivesBound(most, model.gravity, ranks) ?? 0) + 1e-12)
      }),
      { numRuns: 300 },
    )
  })

  it('hold of any history: negatives past rank N, once gone, raise a final score by no more than their factor', () => {
    fc.assert(
      fc.property(anyHistory, steep, kept, (history, drawn, ranks) => {
        const model = { ...drawn, order: 'final' as const, floor: null }
        const { counted } = countedActions(history, model, AS_OF)
        const gone = past(counted, ranks).filter(({ severity }) => severity !== null)
        const most = Math.max(0, ...gone.map(({ severity }) => severity ?? 0))
        const harmless = counted.map((one) => (gone.includes(one) ? { ...one, severity: 0 } : one))
        const score = rateCounted(counted, model, AS_OF).score
        const raised = rateCounted(harmless, model, AS_OF).score
        expect(raised).toBeGreaterThanOrEqual(score - 1e-12)
        expect(raised).toBeLessThanOrEqual(score * (negativesFactor(most, model.gravity, ranks) ?? 0) + 1e-9)
      }),
      { numRuns: 300 },
    )
  })

  it('hold of any history, order and floor: keeping the newest N and the subscription', () => {
    fc.assert(
      fc.property(anyHistory, steep, kept, (history, model, ranks) => {
        const { counted } = countedActions(history, model, AS_OF)
        const score = rateCounted(counted, model, AS_OF).score
        const short = rateCounted(newest(counted, ranks), model, AS_OF).score
        const bound = truncationBound(model, ranks)
        if (!bound) throw new Error('a bound')
        expect(short).toBeGreaterThanOrEqual(score - bound.lowersAtMost - 1e-9)
        expect(short).toBeLessThanOrEqual((score * bound.factor + bound.raisesAtMost) * (1 + 1e-12) + 1e-9)
      }),
      { numRuns: 500 },
    )
  })
})
