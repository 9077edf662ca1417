import { called } from './called'
import type { PersonRow } from './schema'
import type { Shown } from './shown-scores'
import { lastActivity } from './sql/last-activity'
import { peopleFacts } from './sql/people-facts'
import { type ScoreRow, scoreRows } from './sql/score-rows'

/** Most ids of one question: they travel in its address. */
const chunkSize = 400
const nobody = '0'

/** A person of a listing: the id after merges, and the id in the snapshot, `'0'` where it is not in it. */
export type Listed = { person: string; rowId: string }

type Asker = { workspace: string; unmasked: boolean }

async function rowsOf(
  listed: readonly Listed[],
  shown: Shown | null,
  { workspace, unmasked }: Asker,
): Promise<PersonRow[]> {
  const ids = listed.map(({ person }) => BigInt(person))
  const rowIds = listed.flatMap(({ rowId }) => (rowId === nobody ? [] : BigInt(rowId)))
  const unscored = listed.flatMap(({ person, rowId }) => (rowId === nobody ? BigInt(person) : []))
  const [facts, scores, active] = await Promise.all([
    peopleFacts({ workspace, ids }),
    shown && rowIds.length > 0 ? scoreRows({ workspace, run: shown.runId, ids: rowIds }) : [],
    unscored.length > 0 ? lastActivity({ workspace, ids: unscored }) : [],
  ])
  const factsOf = new Map<string, Map<string, string>>()
  for (const { person, what, value } of facts) {
    const own = factsOf.get(person) ?? new Map<string, string>()
    factsOf.set(person, own.set(what, value))
  }
  const scoreOf = new Map(scores.map((row) => [row.rowId, row]))
  const activeAt = new Map(active.map(({ person, at }) => [person, at]))
  return listed.map(({ person, rowId }) => {
    const who = called(factsOf.get(person) ?? new Map(), unmasked)
    const row = scoreOf.get(rowId)
    if (!row || !shown) return { ...who, ...unknownScore, lastActivity: activeAt.get(person) ?? null }
    return { ...who, ...scoreOfRow(row), asOf: shown.asOf, version: shown.version }
  })
}

const unknownScore = {
  score: null,
  raw: null,
  tier: null,
  stage: null,
  state: 'not-scored',
  asOf: null,
  version: null,
} as const

const scoreOfRow = ({ score, raw, tier, stage, state, lastActivity }: ScoreRow) => ({
  score,
  raw,
  tier: tier || null,
  stage: stage || null,
  state,
  lastActivity,
})

/** The rows of a page in its order: who they are, masked for those who may not see it, and what they score. */
export async function peopleRows(
  listed: readonly Listed[],
  shown: Shown | null,
  asker: Asker,
): Promise<PersonRow[]> {
  const rows: PersonRow[] = []
  for (let from = 0; from < listed.length; from += chunkSize) {
    rows.push(...(await rowsOf(listed.slice(from, from + chunkSize), shown, asker)))
  }
  return rows
}
