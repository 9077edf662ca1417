import { Logger, makeWorkerUtils, run } from 'graphile-worker'
import { db } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { log } from '@/lib/server/log'
import { crontab, taskList } from './registry'

// The worker process: takes jobs from PostgreSQL until it is told to stop, then lets the running ones end.
const connectionString = env().DATABASE_URL

// Only one worker runs beside a web process: whatever is still locked was left by a crash and runs again at once.
const utils = await makeWorkerUtils({ connectionString })
const left = await utils.withPgClient((client) =>
  client.query<{ locked_by: string }>(
    'SELECT DISTINCT locked_by FROM graphile_worker.jobs WHERE locked_by IS NOT NULL',
  ),
)
if (left.rows.length > 0) await utils.forceUnlockWorkers(left.rows.map((row) => row.locked_by))
await utils.release()

const runner = await run({
  connectionString,
  // A demo waits for its restatement while imports and runs go on.
  concurrency: 3,
  noHandleSignals: true,
  taskList,
  crontab,
  logger: new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log().warn({ queue: message }, 'queue')
  }),
})
console.log('ready')

let stopping = false
function stop(): void {
  if (stopping) return
  stopping = true
  void runner
    .stop()
    .catch((error: unknown) => log().error({ err: error }, 'the queue did not stop cleanly'))
    .then(() => db().$disconnect())
    .finally(() => process.exit(0))
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
