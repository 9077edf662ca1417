import { readFileSync } from 'node:fs'
import { warehouse } from '@/lib/warehouse/client'
import { db } from './db'

type Part = { ok: boolean; ms: number }

async function probe(question: () => Promise<unknown>): Promise<Part> {
  const started = performance.now()
  const ok = await question().then(
    () => true,
    () => false,
  )
  return { ok, ms: Math.round(performance.now() - started) }
}

let version: string | undefined

/** Whether both databases and the queue answer, and which version this is. Says nothing of any workspace. */
export async function health() {
  version ??= (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version
  const [postgres, clickhouse, queue] = await Promise.all([
    probe(() => db().$queryRaw`SELECT 1`),
    probe(async () => {
      const answer = await warehouse().ping({ select: true })
      if (!answer.success) throw answer.error
    }),
    probe(() => db().$queryRaw`SELECT count(*) FROM graphile_worker.jobs WHERE attempts < max_attempts`),
  ])
  return { ok: postgres.ok && clickhouse.ok && queue.ok, version, postgres, clickhouse, queue }
}
