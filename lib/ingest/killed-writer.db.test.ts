import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newWorkspace, storedIds, trackEvent } from './testing'
import { writeEvents } from './write-events'

// Below node_modules, so that the packages which stay outside of the bundle are found.
const dir = path.resolve('node_modules/.cache/gravitas-tests')
const program = path.join(dir, `sender-${process.pid}.mjs`)

beforeAll(async () => {
  mkdirSync(dir, { recursive: true })
  await build({
    entryPoints: [path.join(import.meta.dirname, 'testing-sender.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  })
})
afterAll(() => rmSync(program, { force: true }))

const size = 20

/** A process that writes until it is killed, and the batches it said were in. */
function startSender(workspaceId: string, name: string) {
  const child: ChildProcess = spawn(process.execPath, [program, workspaceId, name, String(size)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const exited = new Promise((resolve) => child.once('exit', resolve))
  return {
    /** Complete lines only: the last one may have been cut off. */
    batches: () => said.split('\n').slice(0, -1).map(Number),
    kill: async () => {
      child.kill('SIGKILL')
      await exited
    },
  }
}

const batchOf = (name: string, batch: number) =>
  Array.from({ length: size }, (_, i) => trackEvent(`${name}-${batch}-${i}`))

test('two processes write one workspace and are killed at any moment: nothing said is missing, nothing counts twice', async () => {
  const { workspaceId } = await newWorkspace()
  const source = { id: workspaceId, kind: 'http' as const }
  for (const round of [0, 1, 2]) {
    const names = [`a${round}`, `b${round}`]
    const senders = names.map((name) => startSender(workspaceId, name))
    await expect
      .poll(() => senders.every((sender) => sender.batches().length >= 2), { timeout: 20_000 })
      .toBe(true)
    await sleep(Math.random() * 100)
    await Promise.all(senders.map((sender) => sender.kill()))

    const stored = new Set(await storedIds(workspaceId))
    for (const [index, name] of names.entries()) {
      const said = senders[index]?.batches() ?? []
      const missing = said
        .flatMap((batch) => batchOf(name, batch))
        .filter(({ eventId }) => !stored.has(eventId))
      expect(missing).toEqual([])
      const unanswered = (said.at(-1) ?? -1) + 1
      const again = [...said, unanswered].flatMap((batch) => batchOf(name, batch))
      await writeEvents(workspaceId, source, again, new Date())
    }
    const ids = await storedIds(workspaceId)
    expect(ids.length).toBe(new Set(ids).size)
    for (const [index, name] of names.entries()) {
      const batches = (senders[index]?.batches().length ?? 0) + 1
      expect(ids.filter((id) => id.startsWith(`${name}-`))).toHaveLength(batches * size)
    }
  }
}, 90_000)
