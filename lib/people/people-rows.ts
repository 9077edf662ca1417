import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { called } from './called'
import { maskId } from './mask-emails'
import { factsByPerson, membersOf } from './members'
import type { PersonRow } from './schema'
import type { Shown } from './shown-scores'
import { lastActivity } from './sql/last-activity'
import { peopleFacts } from './sql/people-facts'
import { type ScoreRow, scoreRows } from './sql/score-rows'

/** Most people of one question. */
const chunkSize = 2500

type Asker = { workspace: WorkspaceId; unmasked: boolean }
type Members = ReadonlyMap<string, string>

const bigints = (ids: Iterable<string>) => [...ids].map(BigInt)

/** A person's own row; for somebody the run knew under other ids only, the row of the first of those. */
function scoresByPerson(rows: readonly ScoreRow[], members: Members): Map<string, ScoreRow> {
  const best = new Map<string, ScoreRow>()
  for (const row of rows) {
    const person = members.get(row.id) ?? row.id
    if (row.id === person || !best.has(person)) best.set(person, row)
  }
  return best
}

/** When people were last active by their events: only for those whom the snapshot does not know. */
async function activityOf(workspace: WorkspaceId, members: Members, people: ReadonlySet<string>) {
  const active = new Map<string, Date>()
  if (people.size === 0) return active
  const ids = [...members].flatMap(([id, person]) => (people.has(person) ? BigInt(id) : []))
  for (const { id, at } of await lastActivity({ workspace, ids })) {
    const person = members.get(id) ?? id
    const before = active.get(person)
    if (!before || before < at) active.set(person, at)
  }
  return active
}

const notScored = {
  score: null,
  raw: null,
  tier: null,
  stage: null,
  state: 'not-scored',
  asOf: null,
  version: null,
} as const

async function rowsOf(people: readonly string[], shown: Shown | null, { workspace, unmasked }: Asker) {
  const members = await membersOf(workspace, people)
  const ids = bigints(members.keys())
  const [facts, scores] = await Promise.all([
    peopleFacts({ workspace, ids, own: bigints(people) }),
    shown ? scoreRows({ workspace, run: shown.runId, ids }) : [],
  ])
  const known = factsByPerson(facts, members)
  const scored = scoresByPerson(scores, members)
  const unscored = new Set(people.filter((person) => !scored.has(person)))
  const active = await activityOf(workspace, members, unscored)
  return people.map((person): PersonRow => {
    const who = called(known.get(person) ?? new Map(), unmasked)
    const row = scored.get(person)
    if (!row || !shown) return { ...who, ...notScored, lastActivity: active.get(person) ?? null }
    const { score, raw, state, account } = row
    return {
      ...who,
      account: account === '' ? null : unmasked ? account : maskId(account),
      score,
      raw,
      tier: row.tier || null,
      stage: row.stage || null,
      state,
      lastActivity: row.lastActivity,
      asOf: shown.asOf,
      version: shown.version,
    }
  })
}

/**
 * The rows of people, by their ids after merges and in that order: who they are, masked for those who may not see it,
 * and what they score.
 */
export async function peopleRows(people: readonly string[], shown: Shown | null, asker: Asker) {
  const rows: PersonRow[] = []
  for (let from = 0; from < people.length; from += chunkSize) {
    rows.push(...(await rowsOf(people.slice(from, from + chunkSize), shown, asker)))
  }
  return rows
}
