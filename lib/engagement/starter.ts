import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { starterDocument } from '@/lib/scoring/engagement/starter-document'
import { checkedDocument } from './checked-document'
import { countModels, insertStarter, workspaceTimes } from './data'
import { daysAway, isLocalMidnight } from './local-day'
import { observedUntil } from './observed-until'
import { yearBefore } from './restate-year'
import { mostUsedEvents } from './sql/most-used-events'

/** Who published what nobody decided. */
const MAKER = 'Gravitas'

/** The days whose events a starter is made of: those that decide who is of the population. */
const RECENT_DAYS = 90

/** What is used lately; of a workspace whose live events are all old, what was ever used. */
async function usage(workspace: WorkspaceId, until: Date, timeZone: string) {
  const recent = await mostUsedEvents({ workspace, since: daysAway(until, -RECENT_DAYS, timeZone), until })
  return recent.length > 0 ? recent : mostUsedEvents({ workspace, since: new Date(0), until })
}

/**
 * Makes, publishes and runs a first model, now and over the past year, from the most used activity events. Null when
 * the workspace has an engagement model, or has no activity to make one of.
 */
export async function createStarter(
  workspaceId: WorkspaceId,
  now: Date,
): Promise<{ id: string; version: number; runId: string } | null> {
  if ((await countModels(workspaceId)) > 0) return null
  const times = await workspaceTimes(workspaceId)
  const until = observedUntil(times, now)
  const used = await usage(workspaceId, until, times.timeZone)
  const written = starterDocument(used, used[0]?.everybody ?? 0)
  if (!written) return null
  const document = checkedDocument(written)
  return insertStarter(workspaceId, {
    name: document.name,
    document,
    note: 'Made from the most used events.',
    publishedBy: MAKER,
    now,
    run: { asOf: until, scheduled: isLocalMidnight(until, times.timeZone) },
    restated: await yearBefore(until, workspaceId, times.timeZone),
  })
}
