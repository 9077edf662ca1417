import { describe, expect, it } from 'vitest'
import { blendAt } from './blend'

const newUntil30 = [
  { key: 'new', untilDay: 30 },
  { key: 'established', untilDay: null },
]

const lambda = (tenure: number, blendDays: number, stages = newUntil30) =>
  blendAt(tenure, { blendDays, stages })?.lambda ?? null

describe('blend', () => {
  it('B = 30, d = 7: at 26.5 days λ = 0, at 28.25 0.25, at 30 0.5, at 33.5 1', () => {
    expect([26.5, 28.25, 30, 31.75, 33.5].map((tenure) => lambda(tenure, 7))).toEqual([
      null,
      0.25,
      0.5,
      0.75,
      null,
    ])
    expect(blendAt(30, { blendDays: 7, stages: newUntil30 })).toEqual({
      young: 0,
      old: 1,
      boundary: 30,
      lambda: 0.5,
    })
  })

  it('of no days is none', () => {
    expect([29.999, 30, 30.001].map((tenure) => lambda(tenure, 0))).toEqual([null, null, null])
  })

  it('one wider than the shorter stage is cut to it: 400 days around day 30 are 30', () => {
    expect([15, 22.5, 30, 44, 45].map((tenure) => lambda(tenure, 400))).toEqual([
      null,
      0.25,
      0.5,
      expect.closeTo(29 / 30, 12),
      null,
    ])
  })

  it('two blends in one short stage touch and do not overlap', () => {
    const stages = [
      { key: 'a', untilDay: 10 },
      { key: 'b', untilDay: 14 },
      { key: 'c', untilDay: null },
    ]
    const at = (tenure: number) => blendAt(tenure, { blendDays: 100, stages })
    expect(at(11.5)).toMatchObject({ young: 0, old: 1, boundary: 10, lambda: 0.875 })
    expect(at(12)).toBeNull()
    expect(at(12.5)).toMatchObject({ young: 1, old: 2, boundary: 14, lambda: 0.125 })
  })

  it('a single stage has no boundary', () => {
    expect(lambda(3, 7, [{ key: 'all', untilDay: null }])).toBeNull()
  })
})
