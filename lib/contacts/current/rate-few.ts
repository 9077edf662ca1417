import type { Tagged } from '@/lib/engagement/sql/kill-run'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { markMachines } from '@/lib/scoring/contacts/machine-rules'
import { scoreContact } from '@/lib/scoring/contacts/score-contact'
import { insertRows } from '@/lib/warehouse/insert-rows'
import { contactFacts } from '../contact-facts'
import type { SeenHistory } from '../contact-history'
import { fewHistories } from './few-histories'
import { ratedBefore } from './sql/rated-before'

type Few = {
  workspace: string
  versions: readonly { versionId: string; document: ContactDocument }[]
  /** Resolved ids, and ids that were merged into others, decimal. */
  persons: readonly string[]
  asOf: Date
  /** The engine's time before this. */
  foldedAt: string
  /** Whether anybody was merged into one of them. */
  hasMerges: boolean
}

/** A row of `contact_ratings`, as far as changes are told by it. */
export type StoredRating = {
  version_id: string
  person_id: string
  score: number
  stars: number
  score_before: number
  stars_before: number
}

/** Persons up to whom the engine takes longer to understand its own question than it takes to rate them here. */
export const FEW = 300

/**
 * Rates a few people by all their stored actions, by the pure core, and stores it: what `insertRatings` does of many
 * inside the engine. Whoever has no action any more loses their stars. Answers what was stored.
 */
export async function rateFew(
  { workspace, versions, persons, asOf, foldedAt, hasMerges }: Few,
  tagged: Tagged,
): Promise<readonly StoredRating[]> {
  const [earlier, histories] = await Promise.all([
    ratedBefore(
      { workspace, versions: versions.map(({ versionId }) => versionId), persons: persons.map(BigInt) },
      tagged,
    ),
    fewHistories(
      workspace,
      versions.map(({ document }) => document),
      { persons, hasMerges },
      tagged,
    ),
  ])
  const before = new Map(earlier.map((row) => [`${row.version} ${row.person}`, row]))
  const rows = versions.flatMap(({ versionId, document }, index) =>
    persons.flatMap((person) => {
      const known = before.get(`${versionId} ${person}`)
      const history = histories[index]?.get(person)
      if (!history && !known?.stars) return []
      return {
        workspace_id: workspace,
        version_id: versionId,
        person_id: person,
        ...(history ? ratedColumns(history, document, asOf) : noStars(asOf)),
        score_before: known?.score ?? 0,
        stars_before: known?.stars ?? 0,
        as_of: asOf.toISOString(),
        folded_at: foldedAt,
      }
    }),
  )
  await insertRows('contact_ratings', rows, 'ingest', { tag: tagged.tag, signal: tagged.signal })
  return rows
}

/** The columns of `contact_ratings` that tell of one contact now: every stored action counts, whatever its clock says. */
function ratedColumns(seen: SeenHistory, document: ContactDocument, until: Date) {
  const history = { ...seen, actions: markMachines(seen.actions) }
  const ats = history.actions.map(({ at }) => at)
  const asOf = ats.reduce((latest, at) => Math.max(latest, at + 1), until.getTime())
  const since = ats.reduce((earliest, at) => Math.min(earliest, at), history.knownSince ?? Infinity)
  const { score, stars, counted } = scoreContact(history, document, asOf)
  const facts = contactFacts(history, { counted })
  const opened = history.actions.filter(({ action }) => action === 'read' || action === 'click')
  const machines = opened.filter(({ machine }) => machine).length
  return {
    score,
    stars,
    last_action: facts.lastAction,
    last_action_at: facts.lastActionAt.toISOString(),
    last_response_at: facts.lastResponseAt?.toISOString() ?? null,
    counted: counted.length,
    bounces: facts.bounces,
    complaints: facts.complaints,
    unsubscribed: facts.unsubscribed,
    reads: opened.length - machines,
    machine_reads: machines,
    known_since: new Date(since).toISOString(),
  }
}

const noStars = (asOf: Date) => ({
  score: 0,
  stars: 0,
  last_action: '',
  last_action_at: asOf.toISOString(),
  last_response_at: null,
  counted: 0,
  bounces: 0,
  complaints: 0,
  unsubscribed: false,
  reads: 0,
  machine_reads: 0,
  known_since: asOf.toISOString(),
})
