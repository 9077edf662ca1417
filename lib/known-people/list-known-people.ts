import type { z } from 'zod'
import { engagementModel } from '@/lib/engagement/known'
import { isLive } from '@/lib/engagement/snapshot-data'
import { peopleRows } from '@/lib/people/people-rows'
import { shownScores } from '@/lib/people/shown-scores'
import { type Context, can } from '@/lib/server/context'
import { findKnownIds } from './data'
import { resolvePeople } from './resolve-people'
import type { KnownPeople, listKnownPeopleSchema } from './schema'

/** Internal ids of the known people of a model, the best first; each person once, and nobody who is gone. */
export async function knownPeopleOf({ workspace }: Context, modelId: string): Promise<string[]> {
  const people = await resolvePeople(workspace.id, await findKnownIds(modelId))
  return [...new Set(people.filter((person) => person !== null))]
}

/** The people the team knows well, and what the live version says of them. Throws AppError `not_found`. */
export async function listKnown(
  context: Context,
  asked: z.output<typeof listKnownPeopleSchema>,
): Promise<KnownPeople> {
  const workspace = context.workspace.id
  await engagementModel(context, asked.id)
  const [people, shown] = await Promise.all([
    knownPeopleOf(context, asked.id),
    shownScores(workspace, asked.id),
  ])
  const rows = await peopleRows(people, shown, { workspace, unmasked: can(context, 'people:unmasked') })
  // Scored again while it was read: begin again.
  if (shown && !(await isLive(shown.runId))) return listKnown(context, asked)
  return {
    items: rows.map(({ personId, email, name, score, state, tier }, index) => ({
      ...{ personId, email, name, liveScore: score, state, tier },
      position: index + 1,
    })),
    nextCursor: null,
    asOf: shown?.asOf ?? null,
    version: shown?.version ?? null,
  }
}
