import { z } from 'zod'
import { publicId } from '@/lib/people/called'
import { maskEmails, maskEmailsInJson, maskId } from '@/lib/people/mask-emails'
import { seal, unseal } from '@/lib/server/sealed'
import { publicIdentities } from '@/lib/people/sql/public-identities'
import { type Context, can } from '@/lib/server/context'
import { sourceNames } from './data'
import type { Tail, TailEvent, TailInput } from './schema'
import { type NewestEvent, newestEvents } from './sql/newest-events'

const nobody = '0'
const placeSchema = z.strictObject({ received: z.number(), id: z.string() })

/** Properties of these are traits. */
const carriesTraits = (kind: string) => kind === 'identify' || kind === 'group'

function propertiesOf({ properties, kind }: NewestEvent, unmasked: boolean): TailEvent['properties'] {
  if (!unmasked && carriesTraits(kind)) return null
  const value = JSON.parse(properties || '{}') as Record<string, unknown>
  return unmasked ? value : (maskEmailsInJson(value) as Record<string, unknown>)
}

/**
 * The newest events by the time they came in. Without `people:unmasked` e-mails in ids, names and properties show two
 * letters, and traits are hidden.
 */
export async function tailOf(context: Context, { limit, after }: TailInput): Promise<Tail> {
  const workspace = context.workspace.id
  const unmasked = can(context, 'people:unmasked')
  const place = after === undefined ? null : unseal(placeSchema, after, 'after')
  const rows = await newestEvents(place !== null)({
    workspace,
    limit,
    afterReceived: place ? new Date(place.received) : undefined,
    afterId: place?.id,
  })
  const ids = [...new Set(rows.map(({ person }) => person))].filter((id) => id !== nobody)
  const [people, sources] = await Promise.all([
    ids.length > 0 ? publicIdentities({ workspace, ids: ids.map(BigInt) }) : [],
    can(context, 'sources:read')
      ? sourceNames(
          workspace,
          rows.map(({ sourceId }) => sourceId),
        )
      : new Map<string, string>(),
  ])
  const identityOf = new Map(people.map(({ id, identity }) => [id, identity]))
  const shownId = (id: string) => (unmasked ? id : maskId(id))
  const items = rows.map((row): TailEvent => {
    const identity = identityOf.get(row.person)
    return {
      id: shownId(row.id),
      name: unmasked ? row.name : maskEmails(row.name),
      kind: row.kind,
      personId: identity === undefined ? null : shownId(publicId(identity)),
      occurredAt: row.occurredAt,
      receivedAt: row.receivedAt,
      source: { kind: row.sourceKind, name: sources.get(row.sourceId) ?? null },
      properties: propertiesOf(row, unmasked),
    }
  })
  const [newest] = rows
  const cursor = newest ? seal({ received: newest.receivedAt.getTime(), id: newest.id }) : (after ?? null)
  return { items, cursor, masked: !unmasked }
}
