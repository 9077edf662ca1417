import { expect, test } from 'vitest'
import { kernelPoints, pathOf } from './kernel-points'

test('a kernel is drawn from age 0 to the end of the window', () => {
  const points = kernelPoints({ type: 'half-life', days: 14 }, 28, 2)
  expect(points).toEqual([
    [0, 1],
    [14, 0.5],
    [28, 0.25],
  ])
})

test('a step falls straight down, and a linear kernel has its corner, wherever they lie', () => {
  expect(kernelPoints({ type: 'step', days: 7 }, 30, 1)).toEqual([
    [0, 1],
    [7, 1],
    [7, 0],
    [30, 0],
  ])
  expect(kernelPoints({ type: 'linear', days: 7 }, 30, 1)).toEqual([
    [0, 1],
    [7, 0],
    [30, 0],
  ])
})

test('nothing is drawn while a parameter is no number', () => {
  expect(kernelPoints({ type: 'step', days: NaN }, 30)).toEqual([])
  expect(kernelPoints({ type: 'half-life', days: 0 }, 30)).toEqual([])
  expect(kernelPoints({ type: 'none' }, NaN)).toEqual([])
})

test('points become a path of pixels', () => {
  const points = [
    [0, 1],
    [2, 0],
  ] as const
  expect(
    pathOf(
      points,
      (x) => 10 * x,
      (y) => 5 - 5 * y,
    ),
  ).toBe('M0.0 0.0L20.0 5.0')
})
