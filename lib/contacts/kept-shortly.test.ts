import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keptShortly } from './kept-shortly'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('who asks at the same time, or soon after, gets the same answer, found out once', async () => {
  const key = randomUUID()
  let found = 0
  const find = async () => {
    await pause(50)
    return (found += 1)
  }
  const together = Promise.all([keptShortly(key, find), keptShortly(key, find)])
  await vi.advanceTimersByTimeAsync(50)
  expect(await together).toEqual([1, 1])
  await vi.advanceTimersByTimeAsync(499)
  expect(await keptShortly(key, find)).toBe(1)
  await vi.advanceTimersByTimeAsync(2)
  const later = keptShortly(key, find)
  await vi.advanceTimersByTimeAsync(50)
  expect(await later).toBe(2)
})

test('what failed is found out again', async () => {
  const key = randomUUID()
  await expect(keptShortly(key, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await keptShortly(key, () => Promise.resolve('yes'))).toBe('yes')
})
