import { mintWorkspaceId } from '@/lib/auth/workspace-id'
import type { Checkpoint } from '@/lib/engagement/cancellable'
import type { CanonicalEvent } from '@/lib/ingest/canonical-event'
import { writeEvents } from '@/lib/ingest/write-events'
import type { TruncationRow } from './data'

/** Events of one write. */
const CHUNK = 5000

type Implied = { person: string; since: number; identity: [user: string, anonymous: string, email: string] }

/**
 * A subscription that nobody sent as an event, so that it outlives the actions it followed from. Its id comes before
 * others of its instant. It claims one identity alone: it must not join anybody.
 */
function subscriptionOf({ person, since, identity: [user, anonymous, email] }: Implied): CanonicalEvent {
  return {
    eventId: `!implied-subscription:${person}`,
    kind: 'action',
    name: 'subscribed',
    userId: user || null,
    anonymousId: user ? null : anonymous || null,
    email: user || anonymous ? null : email || null,
    previousId: null,
    accountId: null,
    occurredAt: new Date(since),
    properties: {},
    machine: false,
  }
}

/** Writes the subscriptions of contacts that are implied. May be called twice. */
export async function writeSubscriptions(
  { id, workspaceId }: TruncationRow,
  implied: readonly Implied[],
  { checkpoint, clock }: { checkpoint: Checkpoint; clock: () => Date },
): Promise<void> {
  const somebody = implied.filter(({ identity }) => identity.some((id) => id !== ''))
  for (let from = 0; from < somebody.length; from += CHUNK) {
    checkpoint()
    const events = somebody.slice(from, from + CHUNK).map(subscriptionOf)
    await writeEvents(mintWorkspaceId(workspaceId), { id, kind: 'import' }, events, clock())
  }
}
