import { describe, expect, test } from 'vitest'
import { blendAt } from '@/lib/scoring/engagement/blend'
import { blendZones, lastDayShown, stageSpans } from './stage-timeline'

const twoStages = [
  { key: 'new', untilDay: 30 },
  { key: 'established', untilDay: null },
]
const three = [
  { key: 'first week', untilDay: 7 },
  { key: 'new', untilDay: 30 },
  { key: 'established', untilDay: null },
]

describe('the picture of the stages', () => {
  test('stages follow each other, the last has no end', () => {
    expect(stageSpans(twoStages)).toEqual([
      { key: 'new', from: 0, to: 30 },
      { key: 'established', from: 30, to: null },
    ])
  })

  test('it ends where the boundaries stop rising', () => {
    const typed = [{ key: 'a', untilDay: 30 }, { key: 'b', untilDay: 20 }, twoStages[1]!]
    expect(stageSpans(typed).map(({ key }) => key)).toEqual(['a'])
    expect(stageSpans([{ key: 'a', untilDay: NaN }, twoStages[1]!])).toEqual([])
  })

  test('the blend is as wide as the engine makes it: at most the shorter neighbour', () => {
    expect(blendZones({ stages: twoStages, blendDays: 7 })).toEqual([{ at: 30, from: 26.5, to: 33.5 }])
    expect(blendZones({ stages: three, blendDays: 20 })).toEqual([
      { at: 7, from: 3.5, to: 10.5 },
      { at: 30, from: 20, to: 40 },
    ])
    for (const { from, to } of blendZones({ stages: three, blendDays: 20 })) {
      const lifecycle = { stages: three, blendDays: 20 }
      expect(blendAt(from, lifecycle)).toBeNull()
      expect(blendAt(from + 0.01, lifecycle)).not.toBeNull()
      expect(blendAt(to - 0.01, lifecycle)).not.toBeNull()
      expect(blendAt(to, lifecycle)).toBeNull()
    }
  })

  test('no blend and no number typed make no zone', () => {
    expect(blendZones({ stages: twoStages, blendDays: 0 })).toEqual([])
    expect(blendZones({ stages: twoStages, blendDays: NaN })).toEqual([])
  })

  test('the picture goes on after the last boundary', () => {
    expect(lastDayShown({ stages: twoStages, blendDays: 7 })).toBe(48)
    expect(lastDayShown({ stages: [{ key: 'all', untilDay: null }], blendDays: 7 })).toBe(10)
  })
})
