import { db } from '@/lib/server/db'

/** The jobs there are, and what each is given. */
export type Jobs = {
  'score-run': { runId: string }
  'count-preview': { countIds: readonly string[] }
  restate: { batchId: string }
  'import-file': { importId: string }
  'load-demo': { workspaceId: string }
  tick: Record<string, never>
  'truncate-contacts': { truncationId: string }
  'prune-snapshots': Record<string, never>
  'rebuild-contacts': { runId: string }
  'contact-night': { workspaceId: string; since?: string }
  'refold-contacts': { workspaceId: string }
}

/** Jobs done one after the other, so that there is always a place for one that somebody waits for. */
const serial: Partial<Record<keyof Jobs, string>> = {
  restate: 'restate',
  'load-demo': 'load-demo',
  'contact-night': 'contact-night',
}

/**
 * Puts a job into the queue; it is picked up at once, or after a while. Runs within the transaction of `client` when one
 * is given, so that a row and its job appear together. Jobs may run twice and must not mind.
 */
export async function enqueue<Name extends keyof Jobs>(
  name: Name,
  payload: Jobs[Name],
  client: { $executeRaw: ReturnType<typeof db>['$executeRaw'] } = db(),
  { afterSeconds = 0 }: { afterSeconds?: number } = {},
): Promise<void> {
  const key = `${name}:${Object.values(payload).join(':')}`
  await client.$executeRaw`
    SELECT graphile_worker.add_job(
      ${name}, ${JSON.stringify(payload)}::json, queue_name := ${serial[name] ?? null}::text,
      run_at := now() + ${afterSeconds} * interval '1 second', job_key := ${key}, max_attempts := 3)`
}
