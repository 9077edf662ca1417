import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AS_OF, anyContactModel, anyHistory } from '@/lib/scoring/contacts/testing'
import { scoreContact } from '@/lib/scoring/contacts/score-contact'
import { countedCaption, countedTable, DIGITS } from './counted-rows'
import { contactModel, daily, lena, LENA_AS_OF } from './testing'

const usual = contactModel()

describe('counted actions as a table', () => {
  const table = countedTable(scoreContact(lena, usual, LENA_AS_OF), usual)
  it('shows age, worth and divisor, newest first', () => {
    const shown = table.rows
      .slice(0, 3)
      .map(({ name, age, worthWhenNew, agedWorth, formula, divisor, adds }) =>
        [name, age, worthWhenNew, agedWorth, formula, divisor, adds].join(' | '),
      )
    expect(shown).toEqual([
      'read | 1 | 2 | 2.0000 |  |  | 2',
      'hard bounce | 2 | severity 1 | 0.5000 | 1 + 1/2 | 1.5 | ',
      'read | 3 | 2 | 0.6667 |  | ÷ 1.5 | 0.4444',
    ])
    expect(table.score).toBeCloseTo(3.62381, 6)
  })
  it('adds up as printed, whatever the model, the history and the rows shown', () => {
    fc.assert(
      fc.property(anyHistory, anyContactModel, fc.integer({ min: 0, max: 12 }), (history, model, shown) => {
        const rating = scoreContact(history, model, AS_OF)
        const { rows, older, floor } = countedTable(rating, model, shown)
        const parts = [...rows.map(({ adds }) => adds ?? 0), older?.adds ?? 0, floor?.adds ?? 0]
        const units = parts.reduce((sum, part) => sum + Math.round(part * 10 ** DIGITS), 0)
        expect(units).toBe(Math.round(rating.score * 10 ** DIGITS))
      }),
    )
  })
  it('sums up what is older than the rows shown', () => {
    const { rows, older } = countedTable(scoreContact(lena, usual, LENA_AS_OF), usual, 6)
    expect(rows).toHaveLength(6)
    expect(older).toMatchObject({ count: 2, adds: 0.3571 })
  })
  it('shows what the floor holds up beside the subscription, not in it', () => {
    const model = contactModel({ clock: { type: 'time' } })
    const { rows, floor } = countedTable(
      scoreContact(daily('subscribed'), model, Date.UTC(2026, 0, 10)),
      model,
    )
    expect(rows[0]?.adds).toBe(0.2)
    expect(floor).toMatchObject({ adds: 1.8, words: 'holds the score at 2' })
  })
})

describe('the caption', () => {
  it('says how the columns follow from each other', () => {
    expect(countedCaption(usual)).toBe(
      'aged worth = points / age; a bounce divides what is older by 1 + severity / age',
    )
    expect(
      countedCaption(contactModel({ gravity: 0.8, order: 'final', clock: { type: 'time', unit: 'week' } })),
    ).toBe(
      'aged worth = points / age^0.8; a bounce divides everything by 1 + severity / age^0.8; age = 1 + weeks since',
    )
    expect(countedCaption(contactModel({ gravity: 0, actions: [{ action: 'read' }] }))).toBe(
      'points never fade',
    )
  })
})
