/** Ids after merges, decimal: of a range, both ends included, or of so many people. */
export type ContactScope = { rangeFrom: string; rangeTo: string } | { persons: readonly string[] }

/** The parameters that a scope's SQL asks for, beside `workspace`. */
export const scopeParams = (scope: ContactScope): Record<string, unknown> =>
  'persons' in scope
    ? { foldPersons: scope.persons.map(BigInt) }
    : { foldFrom: scope.rangeFrom, foldTo: scope.rangeTo }

const merges = `
  SELECT from_id, to_id FROM person_overrides FINAL
  WHERE workspace_id = {workspace:UUID} AND from_id != to_id`

const within = (scope: ContactScope, id: string) =>
  'persons' in scope
    ? `${id} IN {foldPersons:Array(UInt64)}`
    : `${id} BETWEEN {foldFrom:UInt64} AND {foldTo:UInt64}`

/**
 * Events of the people in a scope, `person` being the id after merges. As in `lib/engagement/sql/resolved-rows`, rows of
 * people who were never merged, nearly all, meet no join. Ids that were merged into others are nobody of their own.
 */
export function rowsInScope(
  scope: ContactScope,
  { columns, where }: { columns: string; where: string },
  hasMerges: boolean,
): string {
  const unmerged = `
    SELECT person_id AS person, ${columns} FROM events
    WHERE workspace_id = {workspace:UUID} AND ${within(scope, 'person_id')} AND person_id != 0 AND (${where})`
  if (!hasMerges) return unmerged
  const away = `SELECT from_id FROM (${merges} AND ${within(scope, 'from_id')})`
  const into = `${merges} AND ${within(scope, 'to_id')}`
  return `${unmerged} AND person_id NOT IN (${away})
    UNION ALL
    SELECT merge.to_id AS person, ${columns} FROM events
    INNER JOIN (${into}) AS merge ON merge.from_id = person_id
    WHERE workspace_id = {workspace:UUID} AND person_id IN (SELECT from_id FROM (${into})) AND (${where})`
}
