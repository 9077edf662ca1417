import { describe, expect, test } from 'vitest'
import type { Agreement, Tau } from '@/lib/known-people/client'
import { agreementWords } from './agreement-words'

const tau = (part: Partial<Tau>): Tau => ({
  ...{ n: 8, tau: 0.9286, low: 0.76, high: 0.984, open: false, reason: null },
  ...part,
})
const words = (draft: Tau, live: Tau | null) =>
  agreementWords({ asOf: null, version: 7, items: [], draft, live } satisfies Agreement)

describe('the foot of the known people', () => {
  test('tells both agreements with their intervals, and n once', () => {
    expect(words(tau({}), tau({ tau: 0.571, low: 0, high: 0.857, open: true }))).toEqual({
      taus: [
        { label: 'draft', value: '0.93', rest: '(0.76 to 0.98)', open: false },
        { label: 'live', value: '0.57', rest: '(0.00 to 0.86)', open: true },
      ],
      n: 8,
    })
  })

  test('tells n of each where they differ', () => {
    const { taus, n } = words(tau({}), tau({ n: 7 }))
    expect([n, ...taus.map(({ rest }) => rest)]).toEqual([
      null,
      '(0.76 to 0.98), n = 8',
      '(0.76 to 0.98), n = 7',
    ])
  })

  test('says why there is none', () => {
    const none = tau({
      n: 2,
      tau: null,
      low: null,
      high: null,
      open: true,
      reason: 'only 2 of them have a score',
    })
    expect(words(none, null)).toEqual({
      taus: [{ label: 'draft', value: '–', rest: '(only 2 of them have a score)', open: false }],
      n: null,
    })
  })
})
