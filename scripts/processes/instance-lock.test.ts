import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeLock } from './instance-lock.mjs'
import { processBirth } from './process-birth.mjs'

let dir: string
let file: string
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'gravitas-lock-'))
  file = path.join(dir, 'start.lock')
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const sleeper = () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
    detached: true,
    stdio: 'ignore',
  })
  return { pid: child.pid ?? 0, gone: once(child, 'exit') }
}
const asLeftBy = (pid: number, birth: string | undefined, children: object[] = []) =>
  writeFileSync(file, JSON.stringify({ pid, birth, about: { port: 3000 }, children }))

test('only the first gets the lock; the second is told who has it', async () => {
  const first = await takeLock(file, { port: 3000 })
  const second = await takeLock(file)
  expect(second.lock).toBeUndefined()
  expect(second.holder).toMatchObject({ pid: process.pid, about: { port: 3000 } })
  first.lock?.release()
  expect((await takeLock(file)).lock).toBeDefined()
  expect(readdirSync(dir)).toEqual(['start.lock'])
})

test('of many at once exactly one gets it, also over a stale lock', async () => {
  asLeftBy(999_999_999, '1')
  const results = await Promise.all(Array.from({ length: 20 }, () => takeLock(file)))
  expect(results.filter((result) => result.lock)).toHaveLength(1)
})

test('a lock whose process was killed is taken over', async () => {
  const { pid, gone } = sleeper()
  asLeftBy(pid, processBirth(pid))
  expect((await takeLock(file)).holder?.pid).toBe(pid)
  process.kill(pid, 'SIGKILL')
  await gone
  expect((await takeLock(file)).lock).toBeDefined()
})

test('another process that has got the same id holds nothing', async () => {
  asLeftBy(process.pid, 'an earlier process')
  const { lock } = await takeLock(file)
  expect(lock).toBeDefined()
  expect(JSON.parse(readFileSync(file, 'utf8')).birth).toBe(processBirth(process.pid))
})

test('a file that is no lock is replaced', async () => {
  writeFileSync(file, 'half a lo')
  expect((await takeLock(file)).lock).toBeDefined()
})

test('whoever takes over a stale lock ends what the earlier start left running, and nobody else', async () => {
  const left = sleeper()
  const stranger = sleeper()
  asLeftBy(999_999_999, '1', [
    { pid: left.pid, birth: processBirth(left.pid) },
    { pid: stranger.pid, birth: 'an earlier process' },
  ])
  await takeLock(file)
  await left.gone
  expect(processBirth(left.pid)).toBeUndefined()
  expect(processBirth(stranger.pid)).toBeDefined()
  process.kill(stranger.pid, 'SIGKILL')
})

test('children are kept in the lock while they live', async () => {
  const { lock } = await takeLock(file)
  const child = sleeper()
  lock?.addChild(child.pid)
  lock?.addChild(999_999_999)
  expect(JSON.parse(readFileSync(file, 'utf8')).children).toEqual([
    { pid: child.pid, birth: processBirth(child.pid) },
  ])
  process.kill(child.pid, 'SIGKILL')
  await child.gone
})
