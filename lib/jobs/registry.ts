import type { Task, TaskList } from 'graphile-worker'
import { mintWorkspaceId } from '@/lib/auth/workspace-id'
import { contactNight } from '@/lib/contacts/current/contact-night'
import { pruneContacts } from '@/lib/contacts/current/prune-contacts'
import { queueContacts } from '@/lib/contacts/current/queue-contacts'
import { rebuildContacts } from '@/lib/contacts/current/rebuild-contacts'
import { refoldStale } from '@/lib/contacts/current/refold'
import { truncateContacts } from '@/lib/contacts/truncation/truncate-contacts'
import { loadDemo } from '@/lib/demo/load-demo'
import { pruneSnapshots } from '@/lib/engagement/prune-snapshots'
import { restateInTurn } from '@/lib/engagement/restate'
import { scoreRun } from '@/lib/engagement/score-run'
import { tick } from '@/lib/engagement/tick'
import { importFile } from '@/lib/imports/import-file'
import { deleteOldDeliveries } from '@/lib/sources/providers/data'
import { countPreview } from '@/lib/what-if/count-preview'
import { pruneCounts } from '@/lib/what-if/prune-counts'
import type { Jobs } from './queue'

/** Every job and the function that does it. */
const handlers: { [Name in keyof Jobs]: (payload: Jobs[Name]) => Promise<void> } = {
  'score-run': scoreRun,
  'count-preview': (payload) => countPreview(payload),
  restate: (batch) => restateInTurn(batch),
  'import-file': importFile,
  'load-demo': (payload) => loadDemo(payload),
  'rebuild-contacts': (payload) => rebuildContacts(payload),
  'contact-night': (payload) => contactNight(payload),
  'refold-contacts': ({ workspaceId }) => refoldStale(mintWorkspaceId(workspaceId)),
  tick: async () => {
    await tick()
    await queueContacts()
  },
  'truncate-contacts': (payload) => truncateContacts(payload),
  'prune-snapshots': async () => {
    await pruneSnapshots()
    await pruneCounts()
    await pruneContacts()
    await deleteOldDeliveries(new Date())
  },
}

export const taskList: TaskList = Object.fromEntries(
  Object.entries(handlers).map(([name, handler]) => [
    name,
    ((payload) => handler(payload as never)) satisfies Task,
  ]),
)

/**
 * What is done by the clock. Neither is made up for when it was missed, tried again or kept twice in the queue: the
 * next one finds what is left to do. The tick goes before other jobs.
 */
export const crontab = `
* * * * * tick ?jobKey=tick&max=1&priority=-10
23 * * * * prune-snapshots ?jobKey=prune-snapshots&max=1`
