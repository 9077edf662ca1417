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

/** What a run says of people: their own row; of somebody it knew under other ids only, the row of the first of those. */
async function scoresOf(
  people: readonly string[],
  members: Promise<Members>,
  of: { workspace: WorkspaceId; run: string },
): Promise<ReadonlyMap<string, ScoreRow>> {
  const own = await scoreRows({ ...of, ids: bigints(people) })
  const scores = new Map(own.map((row) => [row.id, row]))
  const missing = new Set(people.filter((person) => !scores.has(person)))
  const former = [...(await members)].filter(([id, person]) => id !== person && missing.has(person))
  if (former.length === 0) return scores
  const persons = new Map(former)
  for (const row of await scoreRows({ ...of, ids: bigints(persons.keys()) })) {
    const person = persons.get(row.id) ?? row.id
    if (!scores.has(person)) scores.set(person, row)
  }
  return scores
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

async function rowsOf(
  people: readonly string[],
  shown: Shown | null,
  { workspace, unmasked }: Asker,
  read?: readonly ScoreRow[],
) {
  const told = membersOf(workspace, people)
  const factsOf = async (members: Members) =>
    factsByPerson(
      await peopleFacts({ workspace, ids: bigints(members.keys()), own: bigints(people) }),
      members,
    )
  const scoresNow = () => (shown ? scoresOf(people, told, { workspace, run: shown.runId }) : [])
  const [members, known, scores] = await Promise.all([
    told,
    told.then(factsOf),
    read ? read.map((row) => [row.id, row] as const) : scoresNow(),
  ])
  const scored = new Map(scores)
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
 * @param read what the run says of them by these ids, where that was read before
 */
export async function peopleRows(
  people: readonly string[],
  shown: Shown | null,
  asker: Asker,
  read?: readonly ScoreRow[],
) {
  const rows: PersonRow[] = []
  for (let from = 0; from < people.length; from += chunkSize) {
    rows.push(...(await rowsOf(people.slice(from, from + chunkSize), shown, asker, read)))
  }
  return rows
}
