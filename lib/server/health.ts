import { z } from 'zod'
import { warehouse } from '@/lib/warehouse/client'
import { db } from './db'
import { productVersion } from './product-version'

const part = z.strictObject({ ok: z.boolean(), ms: z.number().describe('How long it took to answer.') })
type Part = z.output<typeof part>

export const healthSchema = z.strictObject({
  ok: z.boolean(),
  version: z.string(),
  postgres: part,
  clickhouse: part,
  queue: part,
})

async function probe(question: () => Promise<unknown>): Promise<Part> {
  const started = performance.now()
  const ok = await question().then(
    () => true,
    () => false,
  )
  return { ok, ms: Math.round(performance.now() - started) }
}

/** Whether both databases and the queue answer, and which version this is. Says nothing of any workspace. */
export async function health(): Promise<z.output<typeof healthSchema>> {
  const [postgres, clickhouse, queue] = await Promise.all([
    probe(() => db().$queryRaw`SELECT 1`),
    probe(async () => {
      const answer = await warehouse().ping({ select: true })
      if (!answer.success) throw answer.error
    }),
    probe(() => db().$queryRaw`SELECT count(*) FROM graphile_worker.jobs WHERE attempts < max_attempts`),
  ])
  return {
    ok: postgres.ok && clickhouse.ok && queue.ok,
    version: productVersion(),
    postgres,
    clickhouse,
    queue,
  }
}
