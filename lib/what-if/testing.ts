import { createModel, publishModel } from '@/lib/models/operations'
import { scoreRun } from '@/lib/engagement/score-run'
import {
  NOW,
  modelDocument,
  newWorkspace,
  storeEvents,
  storeIdentities,
  storeTraits,
} from '@/lib/engagement/testing'
import type { EngagementDocumentInput } from '@/lib/scoring/engagement/document'
import { db } from '@/lib/server/db'
import { countPreview } from './count-preview'

const DAY_MS = 86_400_000

export type Made = Awaited<ReturnType<typeof newWorkspace>>

/** Numbers between 0 and 1 that look drawn and are the same in each run. */
function drawn(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

const names = ['login', 'report', 'invite', 'export']

/** People of all ages and habits, some of them excluded, dormant, refusing or just come. */
export async function busyWorkspace(people = 260, timeZone = 'Europe/Berlin'): Promise<Made> {
  const made = await newWorkspace({ timeZone, lastOccurredAt: NOW })
  const next = drawn(people)
  const identities = Array.from({ length: people }, (_, n) => `user:p${n}`)
  const events = identities.flatMap((identity) => {
    const sinceDays = next() ** 2 * 200
    const active = next() < 0.85
    const times = Math.floor(next() ** 3 * 60) + 1
    return Array.from({ length: times }, () => {
      const daysAgo = active ? next() * sinceDays : Math.max(95, sinceDays) + next() * 60
      const name = names[Math.floor(next() ** 2 * names.length)] ?? 'login'
      const properties = { size: Math.floor(next() * 9) }
      return {
        workspace: made.id,
        identity,
        name,
        at: Math.round(NOW.getTime() - daysAgo * DAY_MS),
        properties,
      }
    })
  })
  await storeEvents(events)
  await storeIdentities([{ workspace: made.id, identity: 'user:not-yet' }])
  await storeTraits(
    identities.flatMap((identity, n) => {
      const email = n % 11 === 0 ? `p${n}@staff.example` : `p${n}@example.com`
      const of = { workspace: made.id, identity }
      return [
        { ...of, key: 'email', value: email },
        ...(n % 17 === 0 ? [{ ...of, key: 'consent', value: false }] : []),
      ]
    }),
  )
  return made
}

/** Three behaviors of every sort, two stages that are blended. */
export const busyDocument = (rest: Partial<EngagementDocumentInput> = {}): EngagementDocumentInput => ({
  ...modelDocument(),
  name: 'Busy',
  population: { activeWithinDays: 90, graceDays: 3, excludeEmailDomains: ['staff.example'] },
  lifecycle: {
    ownBaseline: true,
    stages: [{ key: 'new', untilDay: 40 }, { key: 'established' }],
    blendDays: 10,
  },
  behaviors: [
    { key: 'login', match: { events: ['login'] }, weight: 1, measure: { type: 'days' } },
    {
      key: 'report',
      match: { events: ['report'] },
      weight: 3,
      cap: 5,
      kernel: { type: 'half-life', days: 14 },
    },
    { key: 'invite', match: { events: ['invite'] }, weight: 5, curve: { type: 'log' } },
  ],
  ...rest,
})

/** Makes a model with this draft. */
export async function drafted({ contextOf }: Made, document: EngagementDocumentInput): Promise<string> {
  return (await createModel(contextOf(), { document: document as Record<string, unknown> })).id
}

/** Publishes the draft of a model and scores everybody; answers the run. */
export async function scored({ contextOf }: Made, id: string): Promise<string> {
  const { runId } = await publishModel(contextOf(), { id })
  await scoreRun({ runId })
  return runId
}

/** Does the counting jobs that wait in a workspace; answers how many there were. */
export async function countWaiting({ id: workspaceId }: Made): Promise<number> {
  const jobs = await db().$queryRaw<{ payload: { countIds: string[] } }[]>`
    SELECT payload FROM graphile_worker._private_jobs AS job
    JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id
    WHERE task.identifier = 'count-preview'`
  const waiting = await db().previewCount.findMany({ where: { workspaceId, state: 'queued' } })
  const own = jobs.filter(({ payload }) =>
    payload.countIds.some((id) => waiting.some((row) => row.id === id)),
  )
  for (const { payload } of own) await countPreview(payload)
  return own.length
}
