import { describe, expect, it } from 'vitest'
import { measure } from './measure'
import { AS_OF, occurrence } from './testing'
import { DAY_MS } from './frame'

const from = AS_OF - 30 * DAY_MS
const isLogin = ({ event }: { event: string }) => event === 'login'
const n = (type: 'count' | 'days' | 'once', ...occurrences: ReturnType<typeof occurrence>[]) =>
  measure(type, isLogin, occurrences, from, AS_OF)

describe('measure', () => {
  const three = [occurrence('login', 1.2), occurrence('login', 1.7), occurrence('login', 5.5)]

  it('of three matching events, two of them on one day: count 3, days 2, once 1', () => {
    expect([n('count', ...three), n('days', ...three), n('once', ...three)]).toEqual([3, 2, 1])
  })

  it('of nothing that matches is 0', () => {
    const other = occurrence('report', 1)
    expect([n('count', other), n('days', other), n('once'), n('count')]).toEqual([0, 0, 0, 0])
  })

  it('counts an occurrence exactly at the start of the window', () => {
    expect(n('count', occurrence('login', 30))).toBe(1)
  })

  it('does not count one a millisecond earlier, nor one exactly at asOf or after it', () => {
    const early = { ...occurrence('login', 30), at: from - 1 }
    expect(n('count', early, occurrence('login', 0), occurrence('login', -3))).toBe(0)
  })

  it('counts one a millisecond before asOf', () => {
    expect(n('once', { ...occurrence('login', 0), at: AS_OF - 1 })).toBe(1)
  })

  it('takes the days it is given, whatever instants they are made of', () => {
    const sameDay = { ...occurrence('login', 2), day: 7 }
    expect(n('days', sameDay, { ...occurrence('login', 9), day: 7 })).toBe(1)
  })
})
