import { expect, test } from 'vitest'
import { changedTier, cutRange, renamedTier, withoutTier, withTier } from './tier-edits'

const tier = (key: string, name: string, from: number) => ({ key, name, from, colour: null, strategy: null })
const tiers = [tier('at-risk', 'At-risk', 0), tier('regular', 'Regular', 20), tier('power', 'Power', 80)]

test('a tier is added in the upper half of the widest', () => {
  const four = withTier(tiers)
  expect(four.map(({ key, from }) => [key, from])).toEqual([
    ['at-risk', 0],
    ['regular', 20],
    ['new-tier', 50],
    ['power', 80],
  ])
  expect(withTier(four).map(({ key }) => key)).toEqual([
    'at-risk',
    'regular',
    'new-tier-2',
    'new-tier',
    'power',
  ])
})

test('an added tier begins on a step of the slider', () => {
  const odd = tiers.map((one, index) => (index === 1 ? { ...one, from: 20.5 } : one))
  expect(withTier(odd)[2]?.from).toBe(50.5)
})

test('removing the lowest tier lets the next begin at 0', () => {
  expect(withoutTier(tiers, 0).map(({ key, from }) => [key, from])).toEqual([
    ['regular', 0],
    ['power', 80],
  ])
  expect(withoutTier(tiers, 1).map(({ from }) => from)).toEqual([0, 80])
})

test('the key of a published tier stays when it is renamed', () => {
  expect(renamedTier(tiers, 2, 'Champions', ['power'])[2]).toMatchObject({ key: 'power', name: 'Champions' })
})

test('the key of a tier that was never published follows its name, and is no other’s', () => {
  expect(renamedTier(tiers, 2, 'Top Fans', [])[2]).toMatchObject({ key: 'top-fans', name: 'Top Fans' })
  expect(renamedTier(tiers, 2, 'Regular', [])[2]?.key).toBe('regular-2')
  expect(renamedTier(tiers, 2, '', [])[2]?.key).toBe('tier')
})

test('a cut stays half a point from its neighbours', () => {
  expect(cutRange(tiers, 1)).toEqual({ min: 0.5, max: 79.5 })
  expect(cutRange(tiers, 2)).toEqual({ min: 20.5, max: 99.5 })
  expect(cutRange(changedTier(tiers, 2, { from: 20 }), 1)).toEqual({ min: 0.5, max: 19.5 })
})
