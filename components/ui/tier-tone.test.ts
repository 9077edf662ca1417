import { describe, expect, it } from 'vitest'
import { tierTone } from './tier-tone'

describe('tierTone', () => {
  it('starts at risk and ends at power, whatever lies between', () => {
    for (const total of [2, 3, 4, 5]) {
      expect(tierTone(0, total)).toBe('risk')
      expect(tierTone(total - 1, total)).toBe('power')
    }
  })
  it('gives every tier of a model a colour of its own', () => {
    for (const total of [3, 4, 5]) {
      const tones = Array.from({ length: total }, (_, index) => tierTone(index, total))
      expect(new Set(tones).size).toBe(total)
    }
  })
  it('draws people without a tier as none', () => {
    expect(tierTone(-1, 3)).toBe('none')
    expect(tierTone(3, 3)).toBe('none')
  })
})
