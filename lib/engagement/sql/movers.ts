import { z } from 'zod'
import { merges } from '@/lib/people/sql/merges'
import { defineQuery } from '@/lib/warehouse/define-query'
import type { Direction } from '../over-time-schema'

const moved = merges(`updated_at >= {since:DateTime64(3, 'UTC')}`)

/**
 * Who has a score in a run, by the person they are counted as now: somebody merged since counts as the other, who
 * keeps their own score where the run knows one.
 */
function scoredPeople(run: 'before' | 'after'): string {
  const ofRun = `workspace_id = {workspace:UUID} AND run_id = {${run}:UUID}`
  return `
    SELECT person_id AS person, assumeNotNull(score) AS score FROM scores
    WHERE ${ofRun} AND state = 'scored' AND person_id NOT IN (SELECT from_id FROM (${moved}))
    UNION ALL
    SELECT person, assumeNotNull(score) AS score FROM (
      SELECT merge.target AS person, person_id AS own, state, score FROM scores
      INNER JOIN (${moved}) AS merge ON merge.from_id = person_id
      WHERE ${ofRun} AND person_id IN (SELECT from_id FROM (${moved})) AND merge.target NOT IN (
        SELECT person_id FROM scores WHERE ${ofRun} AND person_id IN (SELECT target FROM (${moved})))
      ORDER BY own LIMIT 1 BY person
    ) WHERE state = 'scored'`
}

const orders: Record<Direction, string> = {
  both: 'abs(after - before) DESC',
  up: 'after - before DESC',
  down: 'after - before',
}

/**
 * The people whose score changed most between two runs, and `n`, how many have a score in both. Scores are stored in
 * the order of people, so the two runs are merged as they are read: a hash join of a million people takes twice as long.
 */
export const movers = (direction: Direction) =>
  defineQuery({
    name: `movers-${direction}`,
    params: z.object({
      workspace: z.uuid(),
      before: z.uuid(),
      after: z.uuid(),
      /** Who was merged since then, the runs may know under two ids. */
      since: z.date(),
      limit: z.int(),
    }),
    row: z.object({ person: z.string(), before: z.number(), after: z.number(), n: z.coerce.number() }),
    sql: `
      SELECT toString(person) AS person, before, after, count() OVER () AS n
      FROM (SELECT person, score AS before FROM (${scoredPeople('before')})) AS earlier
      INNER JOIN (SELECT person, score AS after FROM (${scoredPeople('after')})) AS later USING (person)
      ORDER BY ${orders[direction]}, later.person
      LIMIT {limit:UInt32}
      SETTINGS join_algorithm = 'full_sorting_merge'`,
  })
