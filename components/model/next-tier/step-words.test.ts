import { describe, expect, test } from 'vitest'
import type { ComparedBehavior } from '@/lib/tier-steps/client'
import { behaviorWords, differenceWords } from './step-words'

const doers = (share: number | null) => ({ people: 1, share, low: share, high: share, median: 1 })
const names = { tier: 'Regular', above: 'Power' }
const compared = (part: Partial<ComparedBehavior>): ComparedBehavior => ({
  ...{ key: 'report', name: 'Ran a report', open: false },
  ...{ here: doers(0.12), above: doers(0.48), difference: 0.36, low: 0.332, high: 0.388 },
  ...part,
})

describe('what the next tier does more, in words', () => {
  test('tells both shares, the difference and its interval', () => {
    expect(behaviorWords(compared({}), names)).toBe(
      '48% of Power, 12% of Regular did it; +36 points, 33 to 39',
    )
  })

  test('tells less as well', () => {
    expect(differenceWords(compared({ difference: -0.1, low: -0.14, high: 0.02, open: true }))).toBe(
      '−10 points, −14 to 2',
    )
  })

  test('of an empty tier tells no difference', () => {
    const empty = compared({ above: doers(null), difference: null, low: null, high: null, open: true })
    expect(behaviorWords(empty, names)).toBe('– of Power, 12% of Regular did it')
    expect(differenceWords(empty)).toBe('–')
  })
})
