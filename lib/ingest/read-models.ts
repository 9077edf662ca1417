import { insertRows } from '@/lib/warehouse/insert-rows'
import { identitiesOf } from './identity'
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
  const identities = new Map<string, object>()
  const traits: object[] = []
  const accountTraits: object[] = []
  const accounts: object[] = []
  const properties = new Map<string, object>()
  const lastAccounts = new Map<string, { accountId: string; joinedAt: number }>()

  for (const { event, receivedAt } of items) {
    const carried = identitiesOf(event)
    const [person] = carried
    for (const identity of carried) {
      const key = `${workspaceId} ${identity}`
      if (identities.has(key) || memory.identities.has(key)) continue
      const first_seen = receivedAt.toISOString()
      identities.set(key, {
        workspace_id: workspaceId,
        person_id: hash(identity),
        identity: identity.toWellFormed(),
        first_seen,
      })
    }
    const set_at = event.occurredAt.toISOString()
    const asRows = (owner: object) =>
      Object.entries(event.properties).map(([key, value]) => ({
        workspace_id: workspaceId,
        ...owner,
        key: key.toWellFormed(),
        value: wellFormedJson(value),
        set_at,
      }))
    if (event.kind === 'identify' && person) traits.push(...asRows({ person_id: hash(person) }))
    if (event.kind === 'group' && event.accountId)
      accountTraits.push(...asRows({ account_id: event.accountId.toWellFormed() }))

    if (person && event.accountId) {
      const key = `${workspaceId} ${person}`
      const joinedAt = event.occurredAt.getTime()
      const last = lastAccounts.get(key) ?? memory.accounts.get(key)
      if (last?.accountId !== event.accountId || joinedAt > last.joinedAt + accountNews) {
        lastAccounts.set(key, { accountId: event.accountId, joinedAt })
        accounts.push({
          workspace_id: workspaceId,
          person_id: hash(person),
          account_id: event.accountId.toWellFormed(),
          joined_at: set_at,
        })
      }
    }

    for (const name of Object.keys(event.properties).slice(0, maxProperties)) {
      const key = `${workspaceId} ${event.kind} ${event.name}\n${name}`
      if (properties.has(key) || memory.properties.has(key)) continue
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
  for (const key of identities.keys()) memory.identities.set(key, true)
  for (const key of properties.keys()) memory.properties.set(key, true)
  for (const [key, account] of lastAccounts) memory.accounts.set(key, account)
}
