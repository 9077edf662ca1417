import { describe, expect, it } from 'vitest'
import { placeLabels } from './place-labels'

describe('placeLabels', () => {
  it('leaves labels where they want to be while there is room', () => {
    const wishes = [
      { center: 50, width: 40 },
      { center: 150, width: 40 },
    ]
    expect(placeLabels(wishes, 0, 300)).toEqual([50, 150])
  })
  it('pushes labels apart and keeps them inside', () => {
    const wishes = [
      { center: 5, width: 60 },
      { center: 20, width: 60 },
      { center: 195, width: 60 },
    ]
    const [first = 0, second = 0, third = 0] = placeLabels(wishes, 0, 210)
    expect(first).toBe(30)
    expect(second - first).toBeGreaterThanOrEqual(68)
    expect(third).toBe(180)
    expect(third - second).toBeGreaterThanOrEqual(68)
  })
})
