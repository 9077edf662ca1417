import { describe, expect, it } from 'vitest'
import { ageTicks, curveName, decayPoints, decayTable, drawnGravities, pickedPoint } from './decay-data'

describe('decay curves', () => {
  it('draw each gravity once, the chosen one among them', () => {
    expect(drawnGravities([0.5, 1, 1.5], 1)).toEqual([0.5, 1, 1.5])
    expect(drawnGravities([0.5, 1, 1.5], 0.8)).toEqual([0.5, 0.8, 1, 1.5])
    expect(drawnGravities([0.5, 1, 1.5], Number.NaN)).toEqual([0.5, 1, 1.5])
  })
  it('begin with the whole worth at age 1 and end at the end of the axis', () => {
    const points = decayPoints(10, 1, 12)
    expect(points[0]).toEqual({ age: 1, worth: 10 })
    expect(points.at(-1)).toEqual({ age: 12, worth: expect.closeTo(10 / 12, 9) as number })
  })
  it('are named by what they leave at the end', () => {
    expect([0.5, 1, 1.5].map((gravity) => curveName(10, gravity, 12))).toEqual([
      'g 0.5 · 2.89',
      'g 1 · 0.83',
      'g 1.5 · 0.24',
    ])
  })
  it('are a table by whole ages', () => {
    const { columns, rows } = decayTable(10, [0.5, 1], 12)
    expect(columns.map(({ name }) => name)).toEqual(['Age', 'Gravity 0.5', 'Gravity 1'])
    expect(rows).toHaveLength(12)
    expect(rows[3]).toEqual([4, { value: 5, text: '5.00' }, { value: 2.5, text: '2.50' }])
  })
})

describe('the axis of ages', () => {
  it('is marked at 1 and at multiples of a round step', () => {
    expect(ageTicks(12, 240)).toEqual([1, 2, 4, 6, 8, 10, 12])
    expect(ageTicks(100, 240)).toEqual([1, 20, 40, 60, 80, 100])
    expect(ageTicks(12, 100)).toEqual([1, 5, 10])
  })
})

describe('a picked point', () => {
  it('is rounded to what can be aimed at and stays on the plane', () => {
    expect(pickedPoint({ age: 4.13, worth: 2.518 }, 10, 12)).toEqual({ age: 4, worth: 2.5 })
    expect(pickedPoint({ age: 0, worth: 99 }, 10, 12)).toEqual({ age: 1, worth: 10 })
    expect(pickedPoint({ age: 80, worth: -1 }, 10, 12)).toEqual({ age: 12, worth: 0.1 })
  })
})
