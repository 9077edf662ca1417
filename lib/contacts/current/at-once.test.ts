import { expect, test } from 'vitest'
import { atOnce } from './at-once'

const turn = () => new Promise((resolve) => setTimeout(resolve, 1))

test('no more than so many are worked on at once, and all are', async () => {
  const done: number[] = []
  let working = 0
  let most = 0
  await atOnce([1, 2, 3, 4, 5], 2, async (item) => {
    most = Math.max(most, ++working)
    await turn()
    working -= 1
    done.push(item)
  })
  expect(done.sort()).toEqual([1, 2, 3, 4, 5])
  expect(most).toBe(2)
})

test('after a failure nothing is begun, and it is thrown when the others have ended', async () => {
  const begun: number[] = []
  const ended: number[] = []
  const work = atOnce([1, 2, 3, 4], 2, async (item) => {
    begun.push(item)
    if (item === 1) throw new Error('no')
    await turn()
    ended.push(item)
  })
  await expect(work).rejects.toThrow('no')
  expect(begun).toEqual([1, 2])
  expect(ended).toEqual([2])
})
