import fc from 'fast-check'
import { expect, it } from 'vitest'
import { partsOfTotal } from './parts-of-total'

it('leaves parts as they are where they add up already', () => {
  expect(partsOfTotal([2, 0.44444, 0.33333, 0.26667], 3.04444, 4)).toEqual([2, 0.4444, 0.3333, 0.2667])
})

it('moves the one that is furthest off', () => {
  expect(partsOfTotal([1.4, 1.4, 0], 2.8, 0)).toEqual([2, 1, 0])
  expect(partsOfTotal([0.6, 0.6, 0.6], 1.8, 0)).toEqual([0, 1, 1])
})

it('adds up as printed, with every part within one unit', () => {
  const amounts = fc.array(fc.double({ min: 0, max: 50, noNaN: true }), { maxLength: 60 })
  fc.assert(
    fc.property(amounts, (parts) => {
      const total = parts.reduce((sum, part) => sum + part, 0)
      const printed = partsOfTotal(parts, total, 4)
      const units = printed.reduce((sum, part) => sum + Math.round(part * 1e4), 0)
      expect(units).toBe(Math.round(total * 1e4))
      printed.forEach((part, index) => expect(Math.abs(part - (parts[index] ?? 0))).toBeLessThan(1.0001e-4))
    }),
  )
})
