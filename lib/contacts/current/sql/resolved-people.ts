import { z } from 'zod'
import type { Tagged } from '@/lib/engagement/sql/kill-run'
import { defineQuery } from '@/lib/warehouse/define-query'

const ask = defineQuery({
  name: 'resolved-people',
  params: z.object({ workspace: z.uuid(), ids: z.array(z.bigint()) }),
  row: z.object({
    at: z.string(),
    moved: z.array(z.tuple([z.string(), z.string()])),
    hasMerges: z.boolean(),
  }),
  sql: `
    WITH merges AS (
      SELECT from_id, to_id FROM person_overrides FINAL
      WHERE workspace_id = {workspace:UUID} AND from_id != to_id
        AND (from_id IN {ids:Array(UInt64)} OR to_id IN {ids:Array(UInt64)})
    )
    SELECT toString(now64(6, 'UTC')) AS at,
      (SELECT groupArrayIf((toString(from_id), toString(to_id)), from_id IN {ids:Array(UInt64)}) FROM merges) AS moved,
      (SELECT count() > 0 FROM merges)::Bool AS hasMerges`,
})

export type ResolvedPeople = {
  /** The person of each of the ids. */
  personOf: (id: string) => string
  /** Whether any of them is merged, or somebody into them. */
  hasMerges: boolean
  /** The engine's time, see `engineTime`. */
  at: string
}

/** Who some ids are counted as. */
export async function resolvedPeople(
  workspace: string,
  ids: readonly string[],
  tagged: Tagged,
): Promise<ResolvedPeople> {
  const [row] = await ask({ workspace, ids: ids.map(BigInt) }, tagged)
  if (!row) throw new Error('the engine did not tell who is who')
  const moved = new Map(row.moved)
  return { personOf: (id) => moved.get(id) ?? id, hasMerges: row.hasMerges, at: row.at }
}
