import { z } from 'zod'
import { activityKinds } from '@/lib/ingest/canonical-event'
import { maskEmailsInJson, maskId } from '@/lib/people/mask-emails'
import { can } from '@/lib/server/context'
import { operation } from '@/lib/server/operation'
import { tailSchema } from './schema'
import { eventNames, eventProperties } from './sql/event-names'
import { newestEvents } from './sql/newest-events'

const activity: readonly string[] = activityKinds

export const eventCatalog = operation({
  name: 'events.catalog',
  permission: 'events:read',
  input: z.strictObject({}),
  run: async ({ workspace }) => {
    const [names, properties] = await Promise.all([
      eventNames({ workspace: workspace.id }),
      eventProperties({ workspace: workspace.id }),
    ])
    const byName = new Map(properties.map((row) => [`${row.kind} ${row.name}`, row.properties]))
    const items = names.map((row) => ({
      ...row,
      activity: activity.includes(row.kind),
      properties: byName.get(`${row.kind} ${row.name}`) ?? [],
    }))
    return { items, nextCursor: null }
  },
})

/** Traits are what identify and group carry; whoever sees no e-mails sees no traits. */
const traitKinds: readonly string[] = ['identify', 'group']

export const eventTail = operation({
  name: 'events.tail',
  permission: 'events:read',
  input: tailSchema,
  run: async (context, { limit }) => {
    const unmasked = can(context, 'people:unmasked')
    const rows = await newestEvents({ workspace: context.workspace.id, limit })
    const items = rows.map(({ userId, anonymousId, email, properties, ...row }) => {
      const person = userId || (anonymousId && `anon:${anonymousId}`) || (email && `email:${email}`) || null
      const carried = JSON.parse(properties) as Record<string, unknown>
      if (unmasked) return { ...row, personId: person, properties: carried, masked: false }
      return {
        ...row,
        eventId: maskId(row.eventId),
        account: maskId(row.account),
        personId: person && maskId(person),
        properties: traitKinds.includes(row.kind)
          ? {}
          : (maskEmailsInJson(carried) as Record<string, unknown>),
        masked: true,
      }
    })
    return { items }
  },
})
