import { expect, test } from 'vitest'
import { zeroRows, zerosAdvice } from './zero-doctor'

const tiers = (...people: number[]) => people.map((count, index) => ({ key: `t${index}`, people: count }))

test('each rule is told with its difference to the rule of the draft', () => {
  const rows = zeroRows(
    [
      { rule: 'bottom', zeros: 45, tiers: tiers(45, 35, 20) },
      { rule: 'midrank', zeros: 0, tiers: tiers(0, 80, 20) },
      { rule: 'active-only', zeros: 45, tiers: tiers(56, 33, 11) },
    ],
    'bottom',
  )
  expect(rows.map(({ rule, zeros, tiers }) => [rule, zeros, tiers.map(({ change }) => change)])).toEqual([
    ['bottom', 45, [0, 0, 0]],
    ['midrank', 0, [-45, 45, 0]],
    ['active-only', 45, [11, -2, -9]],
  ])
})

test('more than a fifth of zeros is many, exactly a fifth is not', () => {
  expect([null, 0, 0.07, 0.2, 0.201].map(zerosAdvice)).toEqual(['nobody', 'none', 'few', 'few', 'many'])
})
