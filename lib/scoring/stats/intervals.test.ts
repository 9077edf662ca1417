import { describe, expect, it } from 'vitest'
import { newcombeDifference } from './newcombe'
import { normalQuantile } from './normal-quantile'
import { wilsonInterval } from './wilson'

const ends = (interval: { low: number; high: number } | null) => [interval?.low, interval?.high]
const near = (...values: number[]) => values.map((value) => expect.closeTo(value, 4))

describe('normal quantile', () => {
  it('is what tables print', () => {
    expect([0.5, 0.6, 0.975, 0.995, 0.025, 1e-10].map(normalQuantile)).toEqual(
      [
        0, 0.2533471031357997, 1.959963984540054, 2.575829303548901, -1.959963984540054, -6.361340902404056,
      ].map((z) => expect.closeTo(z, 12)),
    )
  })
})

describe('Wilson interval', () => {
  it('gives the examples of Newcombe 1998', () => {
    expect(ends(wilsonInterval(81, 263))).toEqual(near(0.2553, 0.3662))
    expect(ends(wilsonInterval(15, 148))).toEqual(near(0.0624, 0.1605))
    expect(ends(wilsonInterval(0, 20))).toEqual(near(0, 0.1611))
    expect(ends(wilsonInterval(1, 29))).toEqual(near(0.0061, 0.1718))
  })

  it('reaches 0 and 1 exactly where the share does, is wider at a higher level, and is none of nothing', () => {
    expect([wilsonInterval(0, 7)?.low, wilsonInterval(7, 7)?.high]).toEqual([0, 1])
    expect(wilsonInterval(3, 9, 0.99)?.low).toBeLessThan(wilsonInterval(3, 9)?.low ?? 0)
    expect(wilsonInterval(0, 0)).toBeNull()
  })
})

describe('Newcombe’s difference of two shares', () => {
  it('gives the examples of Newcombe 1998, method 10', () => {
    expect(newcombeDifference(56, 70, 48, 80)?.difference).toBeCloseTo(0.2)
    expect(ends(newcombeDifference(56, 70, 48, 80))).toEqual(near(0.0524, 0.3339))
    expect(ends(newcombeDifference(9, 10, 3, 10))).toEqual(near(0.1705, 0.809))
    expect(ends(newcombeDifference(6, 7, 2, 7))).toEqual(near(0.0582, 0.8062))
    expect(ends(newcombeDifference(5, 56, 0, 29))).toEqual(near(-0.0381, 0.1926))
    expect(ends(newcombeDifference(0, 10, 0, 20))).toEqual(near(-0.1611, 0.2775))
    expect(ends(newcombeDifference(10, 10, 0, 10))).toEqual(near(0.6075, 1))
  })

  it('turns round with its shares, and is none of nothing', () => {
    const [there, back] = [newcombeDifference(3, 9, 8, 11), newcombeDifference(8, 11, 3, 9)]
    expect(there?.low).toBeCloseTo(-(back?.high ?? 0), 12)
    expect(newcombeDifference(1, 2, 0, 0)).toBeNull()
  })
})
