import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type APIRequestContext, expect } from '@playwright/test'
import { test } from './live-page'
import { apiKey, writeKey } from './signed-in'

const lock = path.resolve(import.meta.dirname, '../.data/e2e/start.lock')

type Lock = { children: { pid: number }[] }

/** The engine, the web server and the worker of the installation under test, whichever run now. */
const children = () => (JSON.parse(readFileSync(lock, 'utf8')) as Lock).children.map(({ pid }) => pid)

async function healthy(request: APIRequestContext): Promise<void> {
  await expect(async () =>
    expect((await request.get('/api/health', { timeout: 2000 })).status()).toBe(200),
  ).toPass({ timeout: 60_000 })
}

test.skip(process.platform !== 'linux', 'Processes are killed by their ids, which is tried on Linux only.')

test('a batch sent five times at once, and again after kill -9 of web, engine and worker, counts once', async ({
  request,
}) => {
  test.setTimeout(180_000)
  const headers = { authorization: `Bearer ${apiKey}` }
  const events = async () =>
    ((await (await request.get('/api/v1/workspace', { headers })).json()) as { events: number }).events
  const batch = Array.from({ length: 200 }, (_, i) => ({
    type: 'track',
    messageId: `kill-${i}`,
    userId: `kill-${i % 20}`,
    event: 'Survived',
  }))
  const send = (messages = batch) =>
    request.post('/v1/batch', { data: { writeKey, batch: messages }, timeout: 30_000 }).then(
      async (answer) =>
        answer.status() === 200 ? ((await answer.json()) as { accepted: number; duplicates: number }) : null,
      () => null,
    )

  const before = await events()
  const together = await Promise.all(Array.from({ length: 5 }, () => send()))
  expect(together.reduce((sum, answer) => sum + (answer?.accepted ?? 0), 0)).toBe(200)
  expect(await events()).toBe(before + 200)

  // Batches of their own are under way while everything is killed; only what was answered with 200 must be there.
  let answered = 0
  const more = Array.from({ length: 40 }, (_, part) =>
    batch.map((message, i) => ({ ...message, messageId: `late-${part}-${i}` })),
  )
  const sending = Promise.all(
    more.map(async (messages) => (answered += (await send(messages))?.accepted ?? 0)),
  )
  await new Promise((resolve) => setTimeout(resolve, 300))
  for (const pid of children()) process.kill(pid, 'SIGKILL')
  await sending
  await healthy(request)

  const after = await events()
  expect(after).toBeGreaterThanOrEqual(before + 200 + answered)
  expect(await send()).toMatchObject({ accepted: 0, duplicates: 200 })
  for (const messages of more) expect(await send(messages)).not.toBeNull()
  expect(await events()).toBe(before + 200 + 40 * 200)
})
