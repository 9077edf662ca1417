import { z } from 'zod'
import type { Tagged } from '@/lib/engagement/sql/kill-run'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { defineCommand, defineQuery } from '@/lib/warehouse/define-query'
import { foldContacts } from '../../sql/fold/fold-contacts'
import type { ContactScope } from '../../sql/fold/rows-in-scope'

export type RatedVersion = { versionId: string; document: ContactDocument }

export type Rating = RatedVersion & {
  workspace: string
  /** Resolved ids; of people, whoever is no contact any more gets a rating without stars. */
  scope: ContactScope
  asOf: Date
  /** The engine's time before this. */
  foldedAt: string
  hasMerges: boolean
  /** Whether the rating before is looked up, to tell what changed. */
  compared: boolean
}

const columns = [
  'score',
  'stars',
  'last_action',
  'last_action_at',
  'last_response_at',
  'counted',
  'bounces',
  'complaints',
  'unsubscribed',
  'reads',
  'machine_reads',
  'known_since',
] as const

const ofVersion = 'workspace_id = {workspace:UUID} AND version_id = {version:UUID}'

/** SQL for: a row's person is in the scope. */
export const inScope = (scope: ContactScope) =>
  'persons' in scope
    ? 'person_id IN {asked:Array(UInt64)}'
    : 'person_id BETWEEN {askedFrom:UInt64} AND {askedTo:UInt64}'

/** Its parameters. */
export const scopeParams = (scope: ContactScope): Record<string, unknown> =>
  'persons' in scope
    ? { asked: scope.persons.map(BigInt) }
    : { askedFrom: scope.rangeFrom, askedTo: scope.rangeTo }

/**
 * Rates everybody in the scope by all their stored actions and stores it, in one statement. Its expressions are not merged,
 * and of people nothing is compiled: that takes longer than to rate them.
 */
export async function insertRatings(rating: Rating, tagged: Tagged): Promise<void> {
  const { workspace, versionId, document, scope, asOf, foldedAt, hasMerges, compared } = rating
  const fold = foldContacts({ document, scope, asOf, current: true, hasMerges })
  const before = `
    LEFT JOIN (
      SELECT person_id, score, stars FROM contact_ratings FINAL WHERE ${ofVersion} AND ${inScope(scope)}
    ) AS earlier USING (person_id)`
  const people = 'persons' in scope
  const sql = `
    INSERT INTO contact_ratings
      (workspace_id, version_id, person_id, ${columns.join(', ')}, score_before, stars_before, as_of, folded_at)
    SELECT {workspace:UUID}, {version:UUID}, person_id, ${columns.map((name) => `rated.${name}`).join(', ')},
      ${compared ? 'earlier.score, earlier.stars' : '0, 0'},
      {ratedUntil:DateTime64(3, 'UTC')}, {foldedAt:DateTime64(6, 'UTC')}
    FROM ${people ? '(SELECT arrayJoin({asked:Array(UInt64)}) AS person_id) AS everyone LEFT JOIN ' : ''}
      (${fold.sql}) AS rated ${people ? 'USING (person_id)' : ''} ${compared ? before : ''}
    ${people && compared ? 'WHERE rated.stars > 0 OR earlier.stars > 0' : 'WHERE rated.stars > 0'}
    SETTINGS join_use_nulls = 0, query_plan_merge_expressions = 0${people ? ', compile_expressions = 0, compile_aggregate_expressions = 0' : ''}`
  await defineCommand({ name: 'rate-contacts', params: z.record(z.string(), z.unknown()), sql })(
    {
      ...fold.params,
      ...scopeParams(scope),
      workspace,
      version: versionId,
      ratedUntil: asOf,
      foldedAt,
    },
    tagged,
  )
}

/**
 * Takes the stars of those in the scope whom a rating that began at `since` or later did not meet any more: merged into
 * others, or without actions.
 */
export async function insertGone(
  { workspace, versionId, scope, asOf, foldedAt }: Omit<Rating, 'document' | 'hasMerges' | 'compared'>,
  since: string,
  tagged: Tagged,
): Promise<void> {
  const sql = `
    INSERT INTO contact_ratings
      (workspace_id, version_id, person_id, known_since, score_before, stars_before, as_of, folded_at)
    SELECT workspace_id, version_id, person_id, known_since, score, stars,
      {ratedUntil:DateTime64(3, 'UTC')}, {foldedAt:DateTime64(6, 'UTC')}
    FROM contact_ratings FINAL
    WHERE ${ofVersion} AND ${inScope(scope)} AND stars > 0 AND folded_at < {since:DateTime64(6, 'UTC')}`
  await defineCommand({ name: 'end-ratings', params: z.record(z.string(), z.unknown()), sql })(
    { ...scopeParams(scope), workspace, version: versionId, ratedUntil: asOf, foldedAt, since },
    tagged,
  )
}

/** How many contacts there are. */
export const countRated = defineQuery({
  name: 'count-rated',
  params: z.object({ workspace: z.uuid(), version: z.uuid() }),
  row: z.object({ contacts: z.coerce.number() }),
  sql: `SELECT count() AS contacts FROM contact_ratings FINAL WHERE ${ofVersion} AND stars > 0`,
})

/** Those of some people who are rated under any of the versions, or were once. */
export const ratedAmong = defineQuery({
  name: 'rated-among',
  params: z.object({ workspace: z.uuid(), versions: z.array(z.uuid()), ids: z.array(z.bigint()) }),
  row: z.object({ id: z.string() }),
  sql: `
    SELECT DISTINCT toString(person_id) AS id FROM contact_ratings
    WHERE workspace_id = {workspace:UUID} AND version_id IN {versions:Array(UUID)}
      AND person_id IN {ids:Array(UInt64)}`,
})
