import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ContactDocument } from '../document'
import { scoreContact } from '../score-contact'
import { AS_OF, anyContactModel, anyHistory, DAY } from '../testing'
import { compileStarsWhatIf, liveStars } from './compile-stars-what-if'
import { columnsOfHistories } from './testing-columns'

/** Ids of which one begins with another, instants that meet, and who was heard of before. */
const anyContact = fc
  .tuple(anyHistory, fc.constantFrom(undefined, AS_OF - 40 * DAY, AS_OF - DAY / 2))
  .map(([history, knownSince]) => ({
    ...history,
    actions: history.actions.map((one) => ({ ...one, at: Math.floor(one.at / DAY) * DAY })),
    ...(knownSince === undefined ? {} : { knownSince }),
  }))
const anyList = fc.array(anyContact, { minLength: 1, maxLength: 12 })

const shortUnread = (model: ContactDocument, afterDays: number): ContactDocument => ({
  ...model,
  actions: model.actions.map((rule) =>
    rule.action === 'unread' ? { ...rule, counted: true, severity: rule.severity ?? 1, afterDays } : rule,
  ),
})

describe('of any list and models, one after the other', () => {
  it('everybody has the score and stars of scoreContact', () => {
    fc.assert(
      fc.property(anyList, fc.array(anyContactModel, { minLength: 1, maxLength: 4 }), (histories, models) => {
        const evaluate = compileStarsWhatIf(columnsOfHistories(histories, AS_OF))
        for (const model of [...models, ...models.map((one) => shortUnread(one, 2))]) {
          const { whatIf, scoreOf, starsOf } = evaluate(model)
          const stars = [0, 0, 0, 0, 0]
          histories.forEach((history, contact) => {
            if (history.actions.length === 0) {
              expect([scoreOf(contact), starsOf(contact)]).toEqual([null, 0])
              return
            }
            const rated = scoreContact(history, model, AS_OF)
            expect(Math.abs((scoreOf(contact) ?? NaN) - rated.score)).toBeLessThan(1e-9)
            expect(starsOf(contact)).toBe(rated.stars)
            stars[rated.stars - 1]! += 1
          })
          expect(whatIf.stars).toEqual(stars)
          expect(whatIf.bins.reduce((sum, count) => sum + count, 0)).toBe(whatIf.contacts)
        }
      }),
      { numRuns: 150 },
    )
  }, 30_000)

  it('whose clock runs ahead is seen whole', () => {
    fc.assert(
      fc.property(anyContact, anyContactModel, (history, model) => {
        const newest = Math.max(...history.actions.map(({ at }) => at))
        if (history.actions.length === 0) return
        const asOf = AS_OF - 30 * DAY
        const { scoreOf } = compileStarsWhatIf(columnsOfHistories([history], asOf))(model)
        const rated = scoreContact(history, model, Math.max(asOf, newest + 1))
        expect(Math.abs((scoreOf(0) ?? NaN) - rated.score)).toBeLessThan(1e-9)
      }),
    )
  })

  it('the matrix, the ways and the movers are those of comparing each', () => {
    fc.assert(
      fc.property(anyList, anyContactModel, anyContactModel, (histories, before, after) => {
        const columns = columnsOfHistories(histories, AS_OF)
        const live = liveStars(columns, before)
        const { whatIf, scoreOf, starsOf, movers } = compileStarsWhatIf(columns, live)(after)
        const each = histories.map((_, contact) => [live.stars[contact] ?? 0, starsOf(contact)] as const)
        const both = each.filter(([was, is]) => was > 0 && is > 0)
        expect(whatIf.change).toMatchObject({
          n: both.length,
          up: both.filter(([was, is]) => is > was).length,
          down: both.filter(([was, is]) => is < was).length,
        })
        for (const [was, is] of both) expect(whatIf.change?.matrix[was - 1]?.[is - 1]).toBeGreaterThan(0)
        const rises = histories
          .map((_, contact) => (scoreOf(contact) ?? NaN) - (live.scores[contact] ?? NaN))
          .filter((by) => by > 1e-9)
          .sort((a, b) => b - a)
        expect(movers('up', 3).map((mover) => mover.after - mover.before)).toEqual(rises.slice(0, 3))
        expect(movers('down', 0)).toEqual([])
      }),
    )
  })

  it('running and final are compared as two documents would be', () => {
    fc.assert(
      fc.property(anyList, anyContactModel, (histories, model) => {
        const columns = columnsOfHistories(histories, AS_OF)
        const running = liveStars(columns, { ...model, order: 'running' })
        const { whatIf } = compileStarsWhatIf(columns, running)({ ...model, order: 'final' })
        expect(compileStarsWhatIf(columns)(model).whatIf.orders.change).toEqual(whatIf.change)
      }),
    )
  })
})
