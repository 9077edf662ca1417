import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { beginRefold, refoldWritten } from '@/lib/contacts/current/refold'
import type { CanonicalEvent } from './canonical-event'
import { WriteMemory } from './write-memory'
import { findKnownIds, writeTag } from './event-ledger'
import { eventRow } from './event-rows'
import { loadHash64 } from './hash64'
import { type PersonId, identitiesOf, nobody } from './identity'
import { joinIdentities } from './identity-store'
import type { EventSource, IncomingEvent, Verdict } from './incoming-event'
import { writeReadModels } from './read-models'
import { insertRows } from '@/lib/warehouse/insert-rows'
import { withWorkspaceLock } from './workspace-lock'
import { clearMark, repairIfInterrupted, setMark } from './write-mark'

export type WriteStep = 'locked' | 'looked up' | 'marked' | 'read models' | 'events' | 'ledger' | 'ratings'

type Options = {
  /** What this process knows to be written. */
  memory?: WriteMemory
  /** Called after each step, for tests that interrupt a write there. */
  afterStep?: (step: WriteStep) => void | Promise<void>
}

const ownMemory = new WriteMemory()

/**
 * Writes events of one source and says of each whether it was new. See `writeIncoming`.
 * @param now when they were received
 */
export async function writeEvents(
  workspaceId: WorkspaceId,
  source: EventSource,
  events: readonly CanonicalEvent[],
  now: Date,
): Promise<Verdict[]> {
  return writeIncoming(
    workspaceId,
    events.map((event) => ({ event, source, receivedAt: now })),
  )
}

/**
 * The only writer of events. An event's identity is (workspace, event id), the first one wins, within the call too.
 * On return everything accepted is on disk and in the ledger.
 *
 * One writer at a time per workspace, in whichever process: it takes the workspace's lock, repairs what a dead writer
 * left, looks the ids up in the ledger, sets the mark, writes what may be written twice (read models), the events,
 * the ledger, the ratings of contacts, and clears the mark. Whoever finds the mark set knows that events may be in that the ledger does not
 * have. After an error nothing is known of the events of this call: sent again, they count once.
 *
 * Throws `unavailable` when the lock is not to be had or was lost, and the stores' own errors.
 */
export async function writeIncoming(
  workspaceId: WorkspaceId,
  items: readonly IncomingEvent[],
  { memory = ownMemory, afterStep = () => {} }: Options = {},
): Promise<Verdict[]> {
  const hash64 = await loadHash64()
  const hash = hashOnce(hash64)
  // What needs no lock is done before it, while another writer may have it.
  const ids = items.map(({ event }) => String(hash64(event.eventId)))
  const keyOf = (id: string) => `${workspaceId} ${id}`
  const unsure = new Set(ids.filter((id, index) => !isRepeated(items[index]) || !memory.known.has(keyOf(id))))
  if (unsure.size === 0) return items.map(() => 'duplicate')

  return withWorkspaceLock(workspaceId, async (lock) => {
    await repairIfInterrupted(lock, workspaceId)
    await afterStep('locked')
    for (const id of await findKnownIds(workspaceId, [...unsure])) unsure.delete(id)
    await afterStep('looked up')

    const verdicts = ids.map((id): Verdict => (unsure.delete(id) ? 'accepted' : 'duplicate'))
    const isFresh = (_: unknown, index: number) => verdicts[index] === 'accepted'
    const fresh = items.filter(isFresh)
    if (fresh.length > 0) {
      const [earliest, newest] = receivedBetween(fresh)
      await setMark(lock, workspaceId, earliest)
      const refolding = await beginRefold(lock, workspaceId, earliest)
      await afterStep('marked')
      const [moves] = await Promise.all([
        joinIdentities(workspaceId, fresh, hash, memory),
        writeReadModels(workspaceId, fresh, hash, memory),
      ])
      await afterStep('read models')
      // An answer on the lock's connection means that nobody else writes; whoever comes next waits for this insert.
      await lock.query('SELECT 1')
      const tagged = { tag: writeTag(workspaceId), signal: lock.signal }
      await insertRows('events', eventRows(workspaceId, fresh, hash), 'ingest', tagged)
      await afterStep('events')
      await insertRows('event_ledger', ledgerRows(workspaceId, ids.filter(isFresh), fresh), 'ingest', {
        signal: lock.signal,
      })
      await afterStep('ledger')
      // Whoever imports rates everybody once, at the end.
      if (refolding && !fresh.every(({ source }) => source.kind === 'import')) {
        const written = { events: fresh, moves, hash, asOf: newest }
        await refoldWritten(lock, workspaceId, refolding, written)
      }
      await afterStep('ratings')
      await clearMark(lock, workspaceId, fresh)
    }
    for (const [index, id] of ids.entries()) if (isRepeated(items[index])) memory.known.set(keyOf(id), true)
    return verdicts
  })
}

/** When the first and the last of them were received. */
function receivedBetween(items: readonly IncomingEvent[]): [earliest: Date, newest: Date] {
  let [earliest, newest] = [Infinity, -Infinity]
  for (const { receivedAt } of items) {
    earliest = Math.min(earliest, receivedAt.getTime())
    newest = Math.max(newest, receivedAt.getTime())
  }
  return [new Date(earliest), new Date(newest)]
}

/** Senders send again what was not answered; the rows of a file come once, and would push those ids out of memory. */
const isRepeated = (item: IncomingEvent | undefined): boolean => item?.source.kind !== 'import'

/** Hashes of identities, decimal; the same few thousand come again and again within a write. */
function hashOnce(hash64: (text: string) => bigint): (identity: string) => PersonId {
  const hashes = new Map<string, PersonId>()
  return (identity) => {
    const known = hashes.get(identity)
    if (known !== undefined) return known
    const hash = String(hash64(identity))
    hashes.set(identity, hash)
    return hash
  }
}

/** Writes an instant as text; those that follow each other are mostly the same one. */
function writtenOnce(): (instant: Date) => string {
  let last = { at: NaN, text: '' }
  return (instant) => {
    const at = instant.getTime()
    if (at !== last.at) last = { at, text: instant.toISOString() }
    return last.text
  }
}

function* eventRows(
  workspaceId: WorkspaceId,
  items: readonly IncomingEvent[],
  hash: (identity: string) => PersonId,
) {
  const received = writtenOnce()
  for (const item of items) {
    const [person] = identitiesOf(item.event)
    yield eventRow(workspaceId, item, person ? hash(person) : nobody, received(item.receivedAt), hash)
  }
}

function* ledgerRows(workspaceId: WorkspaceId, hashes: readonly string[], items: readonly IncomingEvent[]) {
  const received = writtenOnce()
  for (const [index, { receivedAt }] of items.entries())
    yield { workspace_id: workspaceId, id_hash: hashes[index], received_at: received(receivedAt) }
}
