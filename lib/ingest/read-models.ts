import { insertRows } from '@/lib/warehouse/insert-rows'
import type { EventKind } from './canonical-event'
import { type Identity, identitiesOf } from './identity'
import type { IncomingEvent } from './incoming-event'
import { wellFormedJson } from './well-formed-json'
import type { WriteMemory } from './write-memory'

/** More keys than this on one event are not listed in the catalog. */
const maxProperties = 200

/** An event within this of the last one with the same account says nothing new about who belongs where. */
const accountNews = 3_600_000

/**
 * Writes what is read apart from the events: identities, traits, accounts, names of properties. All of it may be
 * written twice without harm, so it goes before the events: nothing accepted is ever without it.
 */
export async function writeReadModels(
  workspaceId: string,
  items: readonly IncomingEvent[],
  hash: (identity: string) => string,
  memory: WriteMemory,
): Promise<void> {
  const identities = new Map<Identity, object>()
  const traits: object[] = []
  const accountTraits: object[] = []
  const accounts: object[] = []
  const properties = new Map<string, object>()
  const lastAccounts = new Map<Identity, { accountId: string; joinedAt: number }>()
  // What this call has met already, by the events' own texts: nothing is put together for what comes again.
  const met = new Set<Identity>()
  const metProperties = new Map<EventKind, Map<string, Set<string>>>()
  const keyOf = (identity: Identity) => `${workspaceId} ${identity}`

  for (const { event, receivedAt } of items) {
    const carried = identitiesOf(event)
    const [person] = carried
    for (const identity of carried) {
      if (met.has(identity)) continue
      met.add(identity)
      if (memory.identities.has(keyOf(identity))) continue
      identities.set(identity, {
        workspace_id: workspaceId,
        person_id: hash(identity),
        identity: identity.toWellFormed(),
        first_seen: receivedAt.toISOString(),
      })
    }
    const asRows = (owner: object) =>
      Object.entries(event.properties).map(([key, value]) => ({
        workspace_id: workspaceId,
        ...owner,
        key: key.toWellFormed(),
        value: wellFormedJson(value),
        set_at: event.occurredAt.toISOString(),
      }))
    if (event.kind === 'identify' && person) traits.push(...asRows({ person_id: hash(person) }))
    if (event.kind === 'group' && event.accountId)
      accountTraits.push(...asRows({ account_id: event.accountId.toWellFormed() }))

    if (person && event.accountId) {
      const joinedAt = event.occurredAt.getTime()
      const last = lastAccounts.get(person) ?? memory.accounts.get(keyOf(person))
      if (last?.accountId !== event.accountId || joinedAt > last.joinedAt + accountNews) {
        lastAccounts.set(person, { accountId: event.accountId, joinedAt })
        accounts.push({
          workspace_id: workspaceId,
          person_id: hash(person),
          account_id: event.accountId.toWellFormed(),
          joined_at: event.occurredAt.toISOString(),
        })
      }
    }

    const names = Object.keys(event.properties)
    if (names.length === 0) continue
    const ofEvent = inner(inner(metProperties, event.kind, newMap), event.name, newSet)
    for (const name of names.length > maxProperties ? names.slice(0, maxProperties) : names) {
      if (ofEvent.has(name)) continue
      ofEvent.add(name)
      const key = `${workspaceId} ${event.kind} ${event.name}\n${name}`
      if (memory.properties.has(key)) continue
      properties.set(key, {
        workspace_id: workspaceId,
        kind: event.kind,
        name: event.name.toWellFormed(),
        property: name.toWellFormed(),
      })
    }
  }

  await Promise.all([
    insertRows('identities', [...identities.values()]),
    insertRows('person_traits', traits),
    insertRows('person_accounts', accounts),
    insertRows('account_traits', accountTraits),
    insertRows('event_properties', [...properties.values()]),
  ])
  for (const identity of identities.keys()) memory.identities.set(keyOf(identity), true)
  for (const key of properties.keys()) memory.properties.set(key, true)
  for (const [person, account] of lastAccounts) memory.accounts.set(keyOf(person), account)
}

const newMap = () => new Map<string, Set<string>>()
const newSet = () => new Set<string>()

/** The value at the key, made where there is none. */
function inner<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}
