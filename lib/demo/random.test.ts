import { expect, test } from 'vitest'
import { Random } from './random'

const draws = <T>(count: number, draw: () => T) => Array.from({ length: count }, draw)
const mean = (numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length

test('a name always gives the same numbers, another name others', () => {
  const of = (name: string) => {
    const random = new Random(name)
    return draws(5, () => random.next())
  }
  expect(of('a')).toEqual(of('a'))
  expect(of('a')).not.toEqual(of('b'))
  expect(of('person 1')).not.toEqual(of('person 2'))
})

test('uniform, normal, exponential and Poisson draws have their means and spreads', () => {
  const random = new Random('means')
  const uniform = draws(50_000, () => random.next())
  expect(mean(uniform)).toBeCloseTo(0.5, 1.7)
  expect(Math.min(...uniform.slice(0, 9999))).toBeGreaterThanOrEqual(0)
  expect(Math.max(...uniform.slice(0, 9999))).toBeLessThan(1)
  const normal = draws(50_000, () => random.normal())
  expect(mean(normal)).toBeCloseTo(0, 1.5)
  expect(mean(normal.map((x) => x * x))).toBeCloseTo(1, 1.3)
  expect(mean(draws(50_000, () => random.exponential(3)))).toBeCloseTo(3, 0.8)
  expect(mean(draws(50_000, () => random.poisson(0.4)))).toBeCloseTo(0.4, 1.5)
})

test('whole numbers stay below the end and reach every value', () => {
  const random = new Random('whole')
  expect([...new Set(draws(200, () => random.int(3, 6)))].sort()).toEqual([3, 4, 5])
  expect(() => random.pick([])).toThrow(RangeError)
})
