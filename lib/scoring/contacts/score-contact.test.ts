import { describe, expect, it, test } from 'vitest'
import { scoreContact } from './score-contact'
import { AS_OF, contactModel, DAY, times, weekly, worked } from './testing'

const five = times(5, 'read' as const)
const scoreOf = (...given: Parameters<typeof scoreContact>) => scoreContact(...given).score

describe('the worked example', () => {
  test.each([
    ['subscribed', weekly('subscribed'), 2, 2],
    ['subscribed, read', weekly('subscribed', 'read'), 3, 2],
    ['subscribed, 2 reads', weekly('subscribed', 'read', 'read'), 3.6666667, 3],
    ['subscribed, 5 reads', weekly('subscribed', ...five), 4.9, 3],
    ['subscribed, 5 reads, bounce', weekly('subscribed', ...five, 'bounce_hard'), 1.5928571, 1],
    ['and a read', weekly('subscribed', ...five, 'bounce_hard', 'read'), 3.6238095, 3],
  ] as const)('%s', (_, history, score, stars) => {
    const scored = scoreContact(history, worked(), AS_OF)
    expect(Math.abs(scored.score - score)).toBeLessThan(1e-6)
    expect(scored.stars).toBe(stars)
  })

  test('with all divisors at the end', () => {
    const history = weekly('subscribed', ...five, 'bounce_hard', 'read')
    expect(Math.abs(scoreOf(history, worked({ order: 'final' }), AS_OF) - 2.9571429)).toBeLessThan(1e-6)
  })

  test('its parts say what each action still adds', () => {
    const { counted, score } = scoreContact(
      weekly('subscribed', ...five, 'bounce_hard', 'read'),
      worked(),
      AS_OF,
    )
    expect(counted.map(({ age }) => age)).toEqual([8, 7, 6, 5, 4, 3, 2, 1])
    expect(counted.at(-2)).toMatchObject({ points: null, severity: 1, worth: 0.5, divisor: 1.5, adds: 0 })
    expect(counted.at(-1)).toMatchObject({ points: 2, severity: null, worth: 2, divisor: 1, adds: 2 })
    expect(counted[5]?.adds).toBeCloseTo(0.4444444, 6)
    expect(counted[0]?.adds).toBeCloseTo(0.1666667, 6)
    expect(counted.reduce((sum, { adds }) => sum + adds, 0)).toBeCloseTo(score, 12)
  })
})

describe('the instant', () => {
  it('sees nothing at it or later', () => {
    const history = weekly('subscribed', 'read')
    expect(scoreOf(history, worked(), AS_OF - 7 * DAY)).toBe(2)
    expect(scoreOf(history, worked(), AS_OF - 7 * DAY + 1)).toBe(3)
  })

  it('means nothing else to the position clock, and ages all under the time clock', () => {
    const history = weekly('subscribed', 'read')
    expect(scoreOf(history, worked(), AS_OF + 1000 * DAY)).toBe(3)
    const byWeek = worked({ clock: { type: 'time', unit: 'week' }, floor: null })
    expect(scoreOf(history, byWeek, AS_OF)).toBeCloseTo(2 / 2 + 2 / 3, 12)
    expect(scoreOf(history, byWeek, AS_OF + 7 * DAY)).toBeCloseTo(2 / 3 + 2 / 4, 12)
  })
})

describe('the floor', () => {
  const byDay = contactModel({ clock: { type: 'time' } })

  it('by days, subscribed 9 days ago and nothing since: worth 0.2, lifted by 1.8, adds 2; 2★', () => {
    const subscribed = { actions: [{ id: 'a', action: 'subscribed' as const, at: AS_OF - 9 * DAY }] }
    const scored = scoreContact(subscribed, byDay, AS_OF)
    expect(scored).toMatchObject({ score: 2, stars: 2, floor: { least: 2, lifts: 1.8 } })
    expect(scored.counted[0]).toMatchObject({ worth: 0.2, adds: 2 })
  })

  it('falls with a bounce and rises as that ages, so that whoever bounced is back at 2★ only in time', () => {
    const history = {
      actions: [
        { id: 'a', action: 'subscribed' as const, at: AS_OF - 100 * DAY },
        { id: 'b', action: 'bounce_hard' as const, at: AS_OF - 1 * DAY },
      ],
    }
    expect(scoreContact(history, byDay, AS_OF)).toMatchObject({ score: 2 / 1.5, stars: 1 })
    expect(scoreOf(history, byDay, AS_OF + 997 * DAY)).toBeCloseTo(2 / 1.001001, 5)
  })

  it('does not fall with what is left unread, which keeps somebody who only ignores mail at 2★', () => {
    const model = contactModel({ actions: [{ action: 'unread', severity: 1 }] })
    const ignored = Array.from({ length: 20 }, (_, week) => ({
      id: `d${week}`,
      action: 'delivered' as const,
      at: AS_OF - (week + 2) * 7 * DAY,
      messageId: `m${week}`,
    }))
    const scored = scoreContact({ actions: ignored }, model, AS_OF)
    expect(scored.counted).toHaveLength(21)
    expect(scored).toMatchObject({ score: 2, stars: 2 })
  })

  it('stands beside the parts where the subscription does not count', () => {
    const model = contactModel({ actions: [{ action: 'subscribed', counted: false }], floor: 2 })
    expect(scoreContact(weekly('subscribed'), model, AS_OF)).toMatchObject({
      score: 2,
      counted: [],
      floor: { least: 2, lifts: 2 },
    })
  })

  it('is none unless time or unread lower a score, or the model names one', () => {
    expect(scoreContact(weekly('read'), worked(), AS_OF).floor).toBe(null)
    expect(scoreContact(weekly('bounce_hard'), worked({ floor: 2 }), AS_OF)).toMatchObject({ score: 1 })
  })
})

describe('stars of a contact', () => {
  it('are 2 of a new one, with an action or none', () => {
    expect(scoreContact({ actions: [] }, contactModel(), AS_OF)).toMatchObject({ score: 2, stars: 2 })
    expect(scoreContact(weekly('delivered'), contactModel(), AS_OF)).toMatchObject({ score: 2, stars: 2 })
  })
})

describe('what seems odd under the position clock', () => {
  const model = contactModel()

  it('dilution: a cheap action after a dear one lowers the score', () => {
    expect(scoreOf(weekly('subscribed', 'forward'), model, AS_OF)).toBe(11)
    expect(scoreOf(weekly('subscribed', 'forward', 'read'), model, AS_OF)).toBeCloseTo(7.6666667, 6)
  })

  it('a small negative after great ones raises it, as it ages them', () => {
    const soft = contactModel({
      actions: [{ action: 'bounce_hard' }, { action: 'bounce_soft', severity: 0.01 }],
    })
    const before = weekly('subscribed', ...times(3, 'bounce_hard' as const))
    const after = weekly('subscribed', ...times(3, 'bounce_hard' as const), 'bounce_soft')
    expect(scoreOf(before, soft, AS_OF)).toBeCloseTo(0.125, 12)
    expect(scoreOf(after, soft, AS_OF)).toBeCloseTo(0.16 / 1.01, 12)
  })
})
