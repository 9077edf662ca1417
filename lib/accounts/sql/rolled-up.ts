import { z } from 'zod'

export const rollUpParams = z.object({
  workspace: z.uuid(),
  /** The snapshot's run; absent before the first one. */
  run: z.uuid().optional(),
  topTier: z.string(),
  topK: z.int(),
})

export const rollUpRow = z.object({
  account: z.string(),
  name: z.string(),
  people: z.coerce.number(),
  scored: z.coerce.number(),
  mean: z.number().nullable(),
  median: z.number().nullable(),
  sum: z.number().nullable(),
  topMean: z.number().nullable(),
  topShare: z.number().nullable(),
})
export type RollUpRow = z.output<typeof rollUpRow>

const emptyRolls = `
  SELECT '' AS account, 0 AS people, 0 AS scored, 0 AS total, [0.] AS best, 0 AS mid, 0 AS inTop WHERE 0`

const rolls = (where: string) => `
  SELECT account_id AS account, count() AS people, countIf(state = 'scored') AS scored,
    sumIf(assumeNotNull(score), state = 'scored') AS total,
    groupArrayIf(assumeNotNull(score), state = 'scored') AS best,
    quantileExactInclusiveIf(0.5)(assumeNotNull(score), state = 'scored') AS mid,
    countIf(state = 'scored' AND tier = {topTier:String}) AS inTop
  FROM scores
  WHERE workspace_id = {workspace:UUID} AND run_id = {run:UUID} AND account_id != '' AND ${where}
  GROUP BY account_id`

/**
 * SQL for every account that somebody is or was told to belong to, or that has a trait: its people in a run and the
 * roll-up of their scores (`scoring.md` §4). The people are those of the run, by the account they had then.
 * @param where SQL of our own that picks rows by account_id
 */
export const rolledUp = (scored: boolean, where = '1') => `
  SELECT known.account AS account, name, people, scored,
    if(scored = 0, NULL, total / scored) AS mean,
    if(scored = 0, NULL, mid) AS median,
    if(scored = 0, NULL, total) AS sum,
    if(scored = 0, NULL, arrayAvg(arraySlice(arrayReverseSort(best), 1, {topK:UInt16}))) AS topMean,
    if(scored = 0, NULL, inTop / people) AS topShare
  FROM (
    SELECT account, max(name) AS name FROM (
      SELECT account_id AS account, '' AS name FROM person_accounts
      WHERE workspace_id = {workspace:UUID} AND account_id != '' AND ${where}
      UNION ALL
      SELECT account_id AS account, if(key = 'name', JSONExtractString(value), '') AS name FROM account_traits FINAL
      WHERE workspace_id = {workspace:UUID} AND account_id != '' AND ${where}
    )
    GROUP BY account
  ) AS known
  LEFT JOIN (${scored ? rolls(where) : emptyRolls}) AS rolled ON rolled.account = known.account`
