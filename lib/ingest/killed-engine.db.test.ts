import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ClickHouseLogLevel, createClient } from '@clickhouse/client'
import { expect, test } from 'vitest'
import { warehouse } from '@/lib/warehouse/client'
import { startClickHouse } from '@/scripts/databases/clickhouse.mjs'
import { migrateWarehouse } from '@/scripts/databases/migrate-warehouse.mjs'
import { handlePost } from './handle-call'
import { newWorkspace, storedIds } from './testing'

const size = 40
const batchOf = (batch: number) =>
  Array.from({ length: size }, (_, i) => ({
    type: 'track',
    messageId: `${batch}-${i}`,
    userId: `u${i}`,
    anonymousId: `a${batch}-${i}`,
    event: 'Report Run',
    timestamp: new Date(Date.UTC(2024, batch % 6, 10)).toISOString(),
  }))

async function send(key: string, batch: number): Promise<number> {
  const request = new Request('http://localhost:3000/v1/batch', {
    method: 'POST',
    headers: { 'x-write-key': key },
    body: JSON.stringify({ batch: batchOf(batch) }),
  })
  return (await handlePost(request, ['batch'])).status
}

test('the engine is killed while events come in: nothing answered with 200 is missing, nothing counts twice', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'gravitas-killed-engine-'))
  const kept = globalThis as unknown as { warehouse?: ReturnType<typeof warehouse> }
  const shared = warehouse()
  let engine = await startClickHouse({ dir })
  try {
    await migrateWarehouse({ url: engine.url() })
    kept.warehouse = createClient({
      url: engine.url(),
      log: { level: ClickHouseLogLevel.OFF },
      clickhouse_settings: { date_time_output_format: 'iso', date_time_input_format: 'best_effort' },
    })
    const { workspaceId, key } = await newWorkspace()
    const answered: number[] = []
    let batch = 0
    for (let round = 0; round < 3; round++) {
      let isAlive = true
      const senders = Array.from({ length: 3 }, async () => {
        while (isAlive) {
          const mine = batch++
          const status = await send(key, mine)
          if (status === 200) answered.push(mine)
          else expect(status).toBe(503)
        }
      })
      const enough = answered.length + 3
      await expect.poll(() => answered.length >= enough, { timeout: 20_000 }).toBe(true)
      await sleep(Math.random() * 200)
      engine.child.kill('SIGKILL')
      isAlive = false
      await Promise.all(senders)
      engine = await startClickHouse({ dir, port: engine.port, password: engine.password })

      const stored = new Set(await storedIds(workspaceId))
      const missing = answered.flatMap(batchOf).filter(({ messageId }) => !stored.has(messageId))
      expect(missing).toEqual([])
      const statuses = await Promise.all(Array.from({ length: batch }, (_, i) => send(key, i)))
      expect(new Set(statuses)).toEqual(new Set([200]))
      const ids = await storedIds(workspaceId)
      expect([ids.length, new Set(ids).size]).toEqual([batch * size, batch * size])
    }
  } finally {
    await kept.warehouse?.close()
    kept.warehouse = shared
    await engine.stop()
    await rm(dir, { recursive: true, force: true })
  }
}, 120_000)
