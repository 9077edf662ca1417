import { z } from 'zod'
import type { Tagged } from '@/lib/engagement/sql/kill-run'
import type { PersonRange } from '@/lib/engagement/sql/person-ranges'
import { resolvedRows } from '@/lib/engagement/sql/resolved-rows'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { defineCommand } from '@/lib/warehouse/define-query'

/** What changed somebody's stars: an action with its event, or something else. */
export type Cause = { cause: string; event: string; at: Date }

/** Causes that are no action. */
export type OtherCause = 'time' | 'model' | 'merge' | 'truncation'

type Changed = {
  workspace: string
  modelId: string
  versionId: string
  /** Of the ratings that may be changes. */
  foldedAt: string
  /** Of whom no action tells. */
  otherwise: OtherCause
}

const columns = `(workspace_id, model_id, version_id, person_id, changed_at, stars_before, stars_after, score_before,
  score_after, cause, cause_event, cause_at)`

const ofRatings = 'workspace_id = {workspace:UUID} AND version_id = {version:UUID}'
const haveChanged = `folded_at = {foldedAt:DateTime64(6, 'UTC')} AND stars != stars_before`

const anything = z.record(z.string(), z.unknown())

/**
 * Notes of people whose stars the ratings of one time changed, and by what. The caller holds the workspace's lock since
 * they were made.
 *
 * @param causes by person, decimal
 */
export async function insertChanges(
  { modelId, versionId, ...changed }: Changed,
  persons: readonly string[],
  causes: ReadonlyMap<string, Cause>,
  tagged: Tagged,
): Promise<void> {
  const told = [...causes]
  const sql = `
    INSERT INTO rating_changes ${columns}
    WITH indexOf({causePeople:Array(UInt64)}, person_id) AS place
    SELECT workspace_id, {model:UUID}, version_id, person_id, folded_at, stars_before, stars, score_before, score,
      if(place = 0, {otherwise:String}, {causeNames:Array(String)}[place]),
      if(place = 0, '', {causeEvents:Array(String)}[place]),
      if(place = 0, NULL, fromUnixTimestamp64Milli({causeTimes:Array(Int64)}[place], 'UTC'))
    FROM contact_ratings
    WHERE ${ofRatings} AND person_id IN {asked:Array(UInt64)} AND ${haveChanged}`
  await defineCommand({ name: 'rating-changes', params: anything, sql })(
    {
      ...changed,
      model: modelId,
      version: versionId,
      asked: persons.map(BigInt),
      causePeople: told.map(([person]) => BigInt(person)),
      causeNames: told.map(([, { cause }]) => cause),
      causeEvents: told.map(([, { event }]) => event.toWellFormed()),
      causeTimes: told.map(([, { at }]) => at.getTime()),
    },
    tagged,
  )
}

/** Rows of the newest action of everybody since an instant. */
const newestActions = (hasMerges: boolean) => `
  SELECT person, argMax((transform(name, {mappedNames:Array(String)}, {mappedActions:Array(String)}, toString(name)),
    event_id, occurred_at), (occurred_at, event_id)) AS last
  FROM (${resolvedRows(
    {
      table: 'events',
      columns: 'name, event_id, occurred_at',
      where: `received_at >= {since:DateTime64(3, 'UTC')}
        AND (kind = 'action' OR (kind = 'track' AND name IN {mappedNames:Array(String)}))`,
    },
    hasMerges,
  )})
  GROUP BY person`

/**
 * The same of a range of people; what changed them are the actions that came in since an instant, where one is given.
 */
export async function insertChangesOfRange(
  { modelId, versionId, ...changed }: Changed,
  { from, to }: PersonRange,
  actions: { since: Date; document: ContactDocument; hasMerges: boolean } | null,
  tagged: Tagged,
): Promise<void> {
  const mapped = actions ? mappedActions(actions.document) : []
  const sql = `
    INSERT INTO rating_changes ${columns}
    SELECT workspace_id, {model:UUID}, version_id, person_id, folded_at, stars_before, stars, score_before, score,
      ${actions ? `if(told.person = 0, {otherwise:String}, told.last.1), told.last.2, if(told.person = 0, NULL, told.last.3)` : `{otherwise:String}, '', NULL`}
    FROM contact_ratings ${actions ? `LEFT JOIN (${newestActions(actions.hasMerges)}) AS told ON told.person = person_id` : ''}
    WHERE ${ofRatings} AND person_id BETWEEN {rangeFrom:UInt64} AND {rangeTo:UInt64} AND ${haveChanged}
    SETTINGS join_use_nulls = 0`
  await defineCommand({ name: 'rating-changes-of-range', params: anything, sql })(
    {
      ...changed,
      model: modelId,
      version: versionId,
      rangeFrom: from,
      rangeTo: to,
      since: actions?.since,
      mappedNames: mapped.map(([name]) => name),
      mappedActions: mapped.map(([, action]) => action),
    },
    tagged,
  )
}

const mappedActions = ({ actions }: ContactDocument): [name: string, action: string][] =>
  actions.flatMap((rule) =>
    'events' in rule ? rule.events.map((name): [string, string] => [name, rule.action]) : [],
  )

/** Notes whose stars a new version of a model changed: all ratings of it against all of the version before. */
export const insertModelChanges = defineCommand({
  name: 'rating-changes-of-model',
  params: z.object({
    workspace: z.uuid(),
    model: z.uuid(),
    version: z.uuid(),
    before: z.uuid(),
    at: z.string(),
  }),
  sql: `
    INSERT INTO rating_changes ${columns}
    SELECT {workspace:UUID}, {model:UUID}, {version:UUID}, person_id, {at:DateTime64(6, 'UTC')}, earlier.stars,
      later.stars, earlier.score, later.score, 'model', '', NULL
    FROM (
      SELECT person_id, score, stars FROM contact_ratings FINAL
      WHERE workspace_id = {workspace:UUID} AND version_id = {version:UUID} AND stars > 0
    ) AS later
    FULL JOIN (
      SELECT person_id, score, stars FROM contact_ratings FINAL
      WHERE workspace_id = {workspace:UUID} AND version_id = {before:UUID} AND stars > 0
    ) AS earlier USING (person_id)
    WHERE earlier.stars != later.stars
    SETTINGS join_use_nulls = 0, do_not_merge_across_partitions_select_final = 1`,
})
