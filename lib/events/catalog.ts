import type { z } from 'zod'
import { activityKinds } from '@/lib/ingest/canonical-event'
import { maskEmails } from '@/lib/people/mask-emails'
import { type Context, can } from '@/lib/server/context'
import { pageOfList } from '@/lib/server/page-of-list'
import type { Catalog, CatalogItem, catalogSchema } from './schema'
import { countEvents } from './sql/count-events'
import { eventNames, identityKinds } from './sql/event-names'
import { eventProperties } from './sql/event-properties'

/** Up to here people are counted one by one; above it that would keep a page waiting, so they are estimated. */
const exactUpTo = 2_000_000

const activity: readonly string[] = activityKinds

/** The event names of a workspace, the most people first; `total` is of all pages. */
export async function catalogOf(context: Context, page: z.output<typeof catalogSchema>): Promise<Catalog> {
  const workspace = context.workspace.id
  const [counted] = await countEvents({ workspace })
  const exact = (counted?.events ?? 0) <= exactUpTo
  const [names, properties] = await Promise.all([
    eventNames(exact ? 'exact' : 'estimate')({ workspace }),
    eventProperties({ workspace }),
  ])
  const keys = new Map(properties.map((row) => [`${row.kind} ${row.name}`, row.properties]))
  const shown = can(context, 'people:unmasked') ? (text: string) => text : maskEmails
  const items = names.map(({ kind, name, volume, people, firstSeen, lastSeen }) => ({
    name: shown(name),
    kind,
    activity: activity.includes(kind),
    volume,
    people,
    firstSeen,
    lastSeen,
    properties: (keys.get(`${kind} ${name}`) ?? []).map(shown),
  }))
  return {
    ...pageOfList(items, ({ kind, name }) => `${kind} ${name}`, page),
    total: totalOf(items, names[0]?.allPeople ?? 0),
    exact,
  }
}

/** What somebody did or received, over all names. */
function totalOf(all: readonly CatalogItem[], people: number): Catalog['total'] {
  const items = all.filter(({ kind }) => !identityKinds.includes(kind))
  const first = Math.min(...items.map(({ firstSeen }) => firstSeen.getTime()))
  const last = Math.max(...items.map(({ lastSeen }) => lastSeen.getTime()))
  return {
    events: items.reduce((sum, { volume }) => sum + volume, 0),
    names: items.length,
    people,
    firstSeen: items.length > 0 ? new Date(first) : null,
    lastSeen: items.length > 0 ? new Date(last) : null,
  }
}
