import { db } from '@/lib/server/db'

/** The jobs there are, and what each is given. */
export type Jobs = {
  'score-run': { runId: string }
  'import-file': { importId: string }
}

/**
 * Puts a job into the queue; it is picked up at once. Runs within the transaction of `client` when one is given,
 * so that a row and its job appear together. Jobs may run twice and must not mind.
 */
export async function enqueue<Name extends keyof Jobs>(
  name: Name,
  payload: Jobs[Name],
  client: { $executeRaw: ReturnType<typeof db>['$executeRaw'] } = db(),
): Promise<void> {
  const key = `${name}:${Object.values(payload).join(':')}`
  await client.$executeRaw`
    SELECT graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, job_key := ${key}, max_attempts := 3)`
}
