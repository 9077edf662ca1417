import { z } from 'zod'
import type { Tagged } from '@/lib/engagement/sql/kill-run'
import { defineQuery } from '@/lib/warehouse/define-query'

const ask = defineQuery({
  name: 'begin-range',
  params: z.object({ workspace: z.uuid() }),
  row: z.object({ foldedAt: z.string(), hasMerges: z.boolean() }),
  sql: `
    SELECT toString(now64(6, 'UTC')) AS foldedAt,
      (
        SELECT count() > 0 FROM person_overrides FINAL
        WHERE workspace_id = {workspace:UUID} AND from_id != to_id
      )::Bool AS hasMerges`,
})

/**
 * What is asked before everybody of a range is rated: the engine's time, in microseconds, and whether anybody was
 * merged. Whatever is stored by that time the rating will have seen, so of two ratings of a contact the one with the
 * later time has seen no less.
 */
export async function beginRange(workspace: string, tagged: Tagged) {
  const [row] = await ask({ workspace }, tagged)
  if (!row) throw new Error('the engine did not tell the time')
  return row
}
