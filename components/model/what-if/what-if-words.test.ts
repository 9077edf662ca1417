import { describe, expect, test } from 'vitest'
import type { WhatIf } from '@/lib/scoring/engagement/what-if/what-if'
import { answerOf, tierRows } from './what-if-words'

const document = {
  tiers: [
    { key: 'at-risk', name: 'At-risk', from: 0, colour: null, strategy: null },
    { key: 'regular', name: 'Regular', from: 20, colour: null, strategy: null },
    { key: 'power', name: 'Power', from: 80, colour: null, strategy: null },
  ],
}
const change = { n: 3412, up: 43, down: 189, same: 3180, entered: 0, left: 0, matrix: [] }
const result = (of: Partial<WhatIf>, power = 851) =>
  ({
    summary: {
      n: 3412,
      tiers: [
        { key: 'at-risk', people: 663 },
        { key: 'regular', people: 1898 },
        { key: 'power', people: power },
      ],
    },
    change,
    ...of,
  }) as unknown as WhatIf
const live = {
  version: 7,
  n: 3412,
  zeros: 246,
  bins: [],
  tiers: [
    { key: 'at-risk', people: 629 },
    { key: 'power', people: 963 },
  ],
}
const said = (...of: Parameters<typeof answerOf>) => {
  const { claim, rest } = answerOf(...of)
  return claim + rest
}

describe('the answer of a draft', () => {
  test('says how many people move, which way, and what becomes of the top tier', () => {
    expect(said(result({}), document, live)).toBe(
      'Your draft moves 232 of 3,412 people to another tier: 43 up and 189 down. Power goes from 963 to 851.',
    )
  })

  test('says that nobody moves', () => {
    const nobody = result({ change: { ...change, up: 0, down: 0, same: 3412 } }, 963)
    expect(said(nobody, document, live)).toBe(
      'Your draft moves nobody to another tier: all 3,412 people stay where v7 has them.',
    )
  })

  test('keeps quiet about a top tier that the live version has not', () => {
    expect(said(result({}), document, { ...live, tiers: [] })).toMatch(/189 down\.$/)
  })

  test('of a model that was never published says who would be on top', () => {
    expect(said(result({ change: null }), document, null)).toBe(
      'Your draft places 851 of 3,412 people in Power, 24.9% of everybody with a score.',
    )
  })
})

test('tiers are told highest first, and what is live only where the live version has the tier', () => {
  expect(tierRows(result({}), document, live)).toEqual([
    { key: 'power', name: 'Power', live: 963, draft: 851 },
    { key: 'regular', name: 'Regular', live: null, draft: 1898 },
    { key: 'at-risk', name: 'At-risk', live: 629, draft: 663 },
  ])
})
