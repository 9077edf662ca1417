import { describe, expect, test } from 'vitest'
import { boundInWords, truncationAnswer } from './truncation-words'

describe('what dropping old actions does, in words', () => {
  test('how many actions, and whose stars', () => {
    const { claim, rest } = truncationAnswer(
      { dropped: 100, actions: 400 },
      { contacts: 50, starsChanged: 3 },
    )
    expect(claim + rest).toBe(
      'Dropping 100 of 400 actions changes the stars of 3 of 50 contacts, 25.0% of all that is stored.',
    )
    expect(truncationAnswer({ dropped: 1, actions: 4 }, { contacts: 5, starsChanged: 0 }).claim).toMatch(
      /changes nobody’s stars$/,
    )
    expect(truncationAnswer({ dropped: 0, actions: 4 }, { contacts: 5, starsChanged: 0 }).claim).toBe(
      'Nothing would be dropped',
    )
  })

  test('the bound, or why there is none', () => {
    const bound = { lowersAtMost: 0.1, raisesAtMost: 0.1, factor: 1 }
    expect(boundInWords({ bound, noBound: null, fewestKept: 100 })).toBe(
      'Whoever loses actions keeps at least 100 counted actions. So, however many follow, a score is never more than 0.1000 lower, or at most 0.1000 higher, than with all actions.',
    )
    expect(boundInWords({ bound: null, noBound: 'None.', fewestKept: 3 })).toBe('None.')
    expect(boundInWords({ bound: null, noBound: null, fewestKept: null })).toMatch(/^Nobody/)
  })
})
