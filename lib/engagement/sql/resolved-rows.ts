/** Rows about people: what to read of which table. Everything here is SQL of our own, never input. */
export type Source = {
  table: 'events' | 'identities' | 'person_traits FINAL' | 'person_accounts'
  columns: string
  where?: string
}

const merges = `
  SELECT from_id, to_id FROM person_overrides FINAL
  WHERE workspace_id = {workspace:UUID} AND from_id != to_id`

/**
 * The rows of a table with `person`, the id after merges, for the people in `[rangeFrom, rangeTo]`. A range is one of
 * resolved ids, so nobody is split over two. Rows of people who were never merged, nearly all, meet no join; a
 * workspace without merges leaves their half out altogether. Id 0 is nobody.
 */
export function resolvedRows({ table, columns, where = '1' }: Source, hasMerges: boolean): string {
  const unmerged = `
    SELECT person_id AS person, ${columns} FROM ${table}
    WHERE workspace_id = {workspace:UUID} AND person_id BETWEEN {rangeFrom:UInt64} AND {rangeTo:UInt64}
      AND person_id != 0 AND (${where})`
  if (!hasMerges) return unmerged
  const inRange = `${merges} AND to_id BETWEEN {rangeFrom:UInt64} AND {rangeTo:UInt64}`
  return `${unmerged} AND person_id NOT IN (SELECT from_id FROM (${merges}))
    UNION ALL
    SELECT merge.to_id AS person, ${columns} FROM ${table}
    INNER JOIN (${inRange}) AS merge ON merge.from_id = person_id
    WHERE workspace_id = {workspace:UUID} AND person_id IN (SELECT from_id FROM (${inRange})) AND (${where})`
}
