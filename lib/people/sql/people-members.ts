import { merges } from './merges'

/** SQL: every id that is counted as one of the bound `ids`, those included: `id`, `person`. */
export const peopleMembers = `
  SELECT arrayJoin({ids:Array(UInt64)}) AS id, id AS person
  UNION ALL
  SELECT from_id AS id, target AS person FROM (${merges(`from_id IN (
    SELECT from_id FROM person_overrides WHERE workspace_id = {workspace:UUID} AND to_id IN {ids:Array(UInt64)})`)})
  WHERE target IN {ids:Array(UInt64)}`
