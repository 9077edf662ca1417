import { describe, expect, it } from 'vitest'
import { tierColours, tierTone } from './tier-tone'

const plain = (total: number) => Array.from({ length: total }, () => ({ colour: null as string | null }))

describe('tierTone', () => {
  it('starts at risk and ends at power, whatever lies between', () => {
    for (const total of [2, 3, 4, 5]) {
      expect(tierTone(plain(total), 0)).toBe('risk')
      expect(tierTone(plain(total), total - 1)).toBe('power')
    }
  })
  it('gives every tier of a model a colour of its own', () => {
    for (const total of [3, 4, 5]) {
      const tones = Array.from({ length: total }, (_, index) => tierTone(plain(total), index))
      expect(new Set(tones).size).toBe(total)
    }
  })
  it('draws people without a tier as none', () => {
    expect(tierTone(plain(3), -1)).toBe('none')
    expect(tierTone(plain(3), 3)).toBe('none')
  })
  it('gives a tier the colour that its document names, in whatever letters', () => {
    const tones = tierColours.map(({ name, tone }) => [tierTone([{ colour: name.toUpperCase() }], 0), tone])
    expect(tones.filter(([given, named]) => given !== named)).toEqual([])
  })
  it('leaves a colour that is none of the palette to the place', () => {
    expect(tierTone([{ colour: '#d55e00' }, { colour: null }, { colour: null }], 0)).toBe('risk')
  })
})
