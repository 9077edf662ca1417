import { describe, expect, it } from 'vitest'
import { rankKey } from './rank-key'
import { rawBinOf, rawBinWidth, rawDistribution } from './raw-distribution'

describe('bin width of raw scores', () => {
  it('of 64 points it is 2, of 4 points 0.1, of 90 points 2.5, of nothing 1', () => {
    expect([64, 4, 90, 0, -5].map(rawBinWidth)).toEqual([2, 0.1, 2.5, 1, 1])
  })

  it('is a round number of which 17 to 41 bins reach the highest, however large or small that is', () => {
    for (let highest = 0.001; highest < 1e12; highest *= 1.37) {
      const width = rawBinWidth(highest)
      const digits = Number(width.toExponential().split('e')[0])
      expect([1, 2, 2.5, 5]).toContain(digits)
      const bins = rawBinOf(rankKey(highest), width) + 1
      expect(bins).toBeGreaterThan(16)
      expect(bins).toBeLessThanOrEqual(41)
    }
  })
})

describe('raw distribution', () => {
  const of = (...raws: number[]) => rawDistribution(raws.map(rankKey))
  const filled = ({ counts }: ReturnType<typeof rawDistribution>) =>
    counts.flatMap((people, bin) => (people > 0 ? [[bin, people]] : []))

  it('puts 0, 1, 1.5 and 3 into bins of 0.1', () => {
    const found = of(0, 1, 1.5, 3)
    expect([found.width, found.counts.length, found.above, filled(found)]).toEqual([
      0.1,
      31,
      0,
      [
        [0, 1],
        [10, 1],
        [15, 1],
        [30, 1],
      ],
    ])
  })

  it('begins a bin at every multiple of the width', () => {
    expect(filled(of(0.3, 0.7, 4)).map(([bin]) => bin)).toEqual([3, 7, 40])
  })

  it('ends with the 99th percentile, counts who is beyond, and leaves those under 0 in the first bin', () => {
    const found = of(-7, ...Array.from({ length: 197 }, () => 2), 500, 900)
    expect(found).toMatchObject({ width: 0.05, above: 2 })
    expect(filled(found)).toEqual([
      [0, 1],
      [40, 197],
    ])
  })

  it('of zeros alone, and of nobody, is one bin', () => {
    expect(of(0, 0, 0)).toEqual({ width: 1, counts: [3], above: 0 })
    expect(of()).toEqual({ width: 1, counts: [0], above: 0 })
  })
})
