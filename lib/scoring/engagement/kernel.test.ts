import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kernelAt } from './kernel'

const at = (age: number) => [
  kernelAt(age, { type: 'none' }),
  kernelAt(age, { type: 'half-life', days: 7 }),
  kernelAt(age, { type: 'linear', days: 14 }),
  kernelAt(age, { type: 'step', days: 7 }),
  kernelAt(age, { type: 'power', gravity: 1 }),
]

describe('kernel', () => {
  it('of age 7 under h = 7, L = 14, a step of 7 and g = 1: 1, 0.5, 0.5, 0 and 0.125', () => {
    expect(at(7)).toEqual([1, 0.5, 0.5, 0, 0.125])
  })

  it('of something new is 1', () => {
    expect(at(0)).toEqual([1, 1, 1, 1, 1])
  })

  it('a step ends just before its days, a line exactly at them', () => {
    expect(kernelAt(6.999, { type: 'step', days: 7 })).toBe(1)
    expect([13, 14, 15].map((age) => kernelAt(age, { type: 'linear', days: 14 }))).toEqual([1 / 14, 0, 0].map((k) => expect.closeTo(k, 12))) // prettier-ignore
  })

  it('a gravity of 0 fades nothing, one of 2 as the square', () => {
    expect(kernelAt(9, { type: 'power', gravity: 0 })).toBe(1)
    expect(kernelAt(9, { type: 'power', gravity: 2 })).toBeCloseTo(0.01, 15)
  })

  it('lies in 0 to 1 and never rises with age', () => {
    const age = fc.double({ min: 0, max: 4000, noNaN: true })
    fc.assert(
      fc.property(age, age, (a, b) => {
        const [younger, older] = [at(Math.min(a, b)), at(Math.max(a, b))]
        expect(older.filter((k, i) => !(k >= 0 && k <= (younger[i] ?? 0) && k <= 1))).toEqual([])
      }),
    )
  })
})
