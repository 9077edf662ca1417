import { z } from 'zod'
import { activityKinds } from '@/lib/ingest/canonical-event'
import { defineQuery } from '@/lib/warehouse/define-query'
import { peopleMembers } from './people-members'

const kinds = activityKinds.map((kind) => `'${kind}'`).join(', ')

/** When these people were last active, from their events: for those whom no snapshot knows yet. */
export const lastActivity = defineQuery({
  name: 'last-activity',
  params: z.object({ workspace: z.uuid(), ids: z.array(z.bigint()) }),
  row: z.object({ person: z.string(), at: z.coerce.date() }),
  sql: `
    SELECT toString(member.person) AS person, max(occurred_at) AS at
    FROM events INNER JOIN (${peopleMembers}) AS member ON member.id = person_id
    WHERE workspace_id = {workspace:UUID} AND kind IN (${kinds})
      AND person_id IN (SELECT id FROM (${peopleMembers}))
    GROUP BY member.person`,
})
