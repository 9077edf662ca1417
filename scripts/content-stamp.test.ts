import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contentHash, unlessStamped } from './content-stamp.mjs'

let root: string
const at = (name: string) => path.join(root, name)
const write = (name: string, text: string) => {
  mkdirSync(path.dirname(at(name)), { recursive: true })
  writeFileSync(at(name), text)
}
beforeEach(() => (root = mkdtempSync(path.join(tmpdir(), 'gravitas-stamp-'))))
afterEach(() => rmSync(root, { recursive: true, force: true }))

test('the hash follows content and names, not times', () => {
  write('lib/a.ts', 'one')
  const before = contentHash(root, ['lib'])
  utimesSync(at('lib/a.ts'), 1, 1)
  expect(contentHash(root, ['lib'])).toBe(before)
  write('lib/a.ts', 'two')
  const changed = contentHash(root, ['lib'])
  expect(changed).not.toBe(before)
  write('lib/b.ts', '')
  expect(contentHash(root, ['lib'])).not.toBe(changed)
})

test('text that moves from one file to the next changes the hash', () => {
  write('lib/a.ts', 'xy')
  write('lib/b.ts', 'z')
  const before = contentHash(root, ['lib'])
  write('lib/a.ts', 'x')
  write('lib/b.ts', 'yz')
  expect(contentHash(root, ['lib'])).not.toBe(before)
})

test('what is left out does not count', () => {
  write('lib/a.ts', 'one')
  const leaveOut = (file: string) => file.endsWith('.test.ts')
  const before = contentHash(root, ['lib', 'missing'], leaveOut)
  write('lib/a.test.ts', 'anything')
  expect(contentHash(root, ['lib', 'missing'], leaveOut)).toBe(before)
})

test('work is done once for the same inputs, and again when its result is missing', async () => {
  let times = 0
  const options = () => ({
    stamp: at('out/stamp'),
    key: contentHash(root, ['lib']),
    results: [at('out/result')],
    work: async () => {
      times++
      write('out/result', 'made')
    },
  })
  write('lib/a.ts', 'one')
  expect(await unlessStamped(options())).toBe(true)
  expect(await unlessStamped(options())).toBe(false)
  rmSync(at('out/result'))
  expect(await unlessStamped(options())).toBe(true)
  write('lib/a.ts', 'two')
  expect(await unlessStamped(options())).toBe(true)
  expect(times).toBe(3)
})

test('work that was broken off leaves no stamp, not even the earlier one', async () => {
  const stamp = at('stamp')
  const run = (key: string, work: () => Promise<void>) => unlessStamped({ stamp, key, results: [], work })
  await run('old', async () => {})
  await expect(run('new', () => Promise.reject(new Error('broken off')))).rejects.toThrow('broken off')
  expect(await run('old', async () => {})).toBe(true)
})
