/**
 * The newest word on who is counted as whom: `from_id`, `target`. Without FINAL, as a part of the rows is enough.
 * @param where SQL of our own that picks rows by from_id or updated_at
 */
export const merges = (where = '1') => `
  SELECT from_id, argMax(to_id, updated_at) AS target FROM person_overrides
  WHERE workspace_id = {workspace:UUID} AND (${where})
  GROUP BY from_id HAVING target != from_id`
