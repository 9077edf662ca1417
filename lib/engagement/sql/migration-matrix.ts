import { z } from 'zod'
import { merges } from '@/lib/people/sql/merges'
import { defineQuery } from '@/lib/warehouse/define-query'

const moved = merges(`updated_at >= {since:DateTime64(3, 'UTC')}`)
const ofRun = (run: string) => `workspace_id = {workspace:UUID} AND run_id = {${run}:UUID}`
const idsOf = (run: string, ids: string) =>
  `SELECT person_id FROM scores WHERE ${ofRun(run)} AND person_id IN (${ids})`

/**
 * Ids of a run that the other run does not know, because they were merged into somebody whom this run does not know:
 * one for each such person. All other ids stay themselves, so everybody of both runs is counted exactly once.
 */
const renamed = (run: string, other: string) => `
  SELECT person_id AS from_id, merge.target AS target FROM scores
  INNER JOIN (${moved}) AS merge ON merge.from_id = person_id
  WHERE ${ofRun(run)} AND person_id IN (SELECT from_id FROM (${moved}))
    AND merge.target NOT IN (${idsOf(run, `SELECT target FROM (${moved})`)})
    AND person_id NOT IN (${idsOf(other, `SELECT from_id FROM (${moved})`)})
  ORDER BY from_id LIMIT 1 BY target`

/** 0 is nowhere: for somebody the run does not know. */
const place = (tiers: string, tier: string) =>
  `if(state = 'scored', indexOf(${tiers}, ${tier}), length(${tiers}) + indexOf({states:Array(String)}, toString(state)))`

const tiersOf = (run: string) => (run === 'before' ? '{tiers:Array(String)}' : '{laterTiers:Array(String)}')

const places = (run: string, other: string, tier: string) => `
  SELECT person_id AS person, ${place(tiersOf(run), tier)} AS place FROM scores
  WHERE ${ofRun(run)} AND person_id NOT IN (SELECT from_id FROM (${renamed(run, other)}))
  UNION ALL
  SELECT as_now.target AS person, ${place(tiersOf(run), tier)} AS place FROM scores
  INNER JOIN (${renamed(run, other)}) AS as_now ON as_now.from_id = person_id
  WHERE ${ofRun(run)} AND person_id IN (SELECT from_id FROM (${renamed(run, other)}))`

/**
 * How many people went from where to where between two runs. Places are numbered from 1, tiers first, then states; 0
 * for those whom a run does not know.
 */
export const migrationMatrix = (column: 'tier' | 'other_tier') =>
  defineQuery({
    name: 'migration-matrix',
    params: z.object({
      workspace: z.uuid(),
      before: z.uuid(),
      after: z.uuid(),
      since: z.date(),
      /** Keys, of the earlier run and of the later one. */
      tiers: z.array(z.string()),
      laterTiers: z.array(z.string()),
      states: z.array(z.string()),
    }),
    row: z.object({ from: z.coerce.number(), to: z.coerce.number(), people: z.coerce.number() }),
    sql: `
      SELECT earlier.place AS from, later.place AS to, count() AS people
      FROM (${places('before', 'after', column)}) AS earlier
      FULL JOIN (${places('after', 'before', column)}) AS later ON earlier.person = later.person
      GROUP BY from, to
      SETTINGS join_algorithm = 'full_sorting_merge', join_use_nulls = 0`,
  })
