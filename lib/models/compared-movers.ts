import { frameAt } from '@/lib/engagement/frame'
import { rowsByPerson } from '@/lib/engagement/movers'
import { movers } from '@/lib/engagement/sql/movers'
import { scoresOfPeople } from '@/lib/engagement/sql/scores-of-people'
import { called } from '@/lib/people/called'
import { type KnownOccurrence, readOccurrences } from '@/lib/people/histories'
import { maskId } from '@/lib/people/mask-emails'
import { factsByPerson, membersOf } from '@/lib/people/members'
import { peopleFacts } from '@/lib/people/sql/people-facts'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import { windowTerms } from '@/lib/scoring/engagement/window-terms'
import { type Context, can } from '@/lib/server/context'
import { moverReason } from './mover-reason'
import type { ComparedMover } from './schema'

const SHOWN = 10

/** Scores of one version. */
export type ScoredSide = { runId: string; document: EngagementDocument }

type Pair = { asOf: Date; before: ScoredSide; after: ScoredSide; since: Date }
type Moved = { person: string; before: number; after: number }

/** By person what decides their terms under either version, as it is known today. */
async function occurrencesOf(
  { workspace: { id: workspace, timeZone } }: Context,
  members: ReadonlyMap<string, string>,
  { asOf, before, after }: Pair,
): Promise<ReadonlyMap<string, readonly KnownOccurrence[]>> {
  const documents = [before.document, after.document]
  const starts = documents.map((document) => frameAt(document, asOf, timeZone).windowFrom)
  const occurrences = await readOccurrences({
    workspace,
    timeZone,
    ids: [...members.keys()],
    documents,
    from: Math.min(...starts),
    until: asOf.getTime(),
  })
  const byPerson = new Map<string, KnownOccurrence[]>()
  for (const one of occurrences) {
    const person = members.get(one.member) ?? one.member
    const own = byPerson.get(person)
    if (own) own.push(one)
    else byPerson.set(person, [one])
  }
  return byPerson
}

async function described(context: Context, moved: readonly Moved[], pair: Pair): Promise<ComparedMover[]> {
  if (moved.length === 0) return []
  const { id: workspace, timeZone } = context.workspace
  const unmasked = can(context, 'people:unmasked')
  const people = moved.map(({ person }) => person)
  const members = await membersOf(workspace, people)
  const ids = [...members.keys()].map(BigInt)
  const runs = [pair.before.runId, pair.after.runId]
  const [facts, rows, occurrences] = await Promise.all([
    peopleFacts({ workspace, ids, own: people.map(BigInt) }),
    scoresOfPeople({ workspace, runs, ids }),
    occurrencesOf(context, members, pair),
  ])
  const known = factsByPerson(facts, members)
  const rowOf = rowsByPerson(rows, members)
  const sideOf = ({ document }: ScoredSide, person: string) => {
    const { windowFrom, asOf } = frameAt(document, pair.asOf, timeZone)
    const window = { from: windowFrom, until: asOf, asOf }
    return { document, terms: windowTerms(document, occurrences.get(person) ?? [], window) }
  }
  return moved.map(({ person, before, after }) => {
    const now = rowOf(pair.after.runId, person)
    const account = now?.account || null
    return {
      ...called(known.get(person) ?? new Map(), unmasked),
      account: account && !unmasked ? maskId(account) : account,
      before,
      after,
      change: after - before,
      tierBefore: rowOf(pair.before.runId, person)?.tier ?? '',
      tierAfter: now?.tier ?? '',
      reason: moverReason(sideOf(pair.before, person), sideOf(pair.after, person), after > before),
    }
  })
}

/** The people whose score differs most between two versions at one instant, each way, with what it is due to. */
export async function comparedMovers(context: Context, pair: Pair) {
  const { before, after, since } = pair
  const [up, down] = await Promise.all(
    (['up', 'down'] as const).map((direction) =>
      movers(direction)({
        workspace: context.workspace.id,
        before: before.runId,
        after: after.runId,
        since,
        limit: SHOWN,
      }),
    ),
  )
  const rising = (up ?? []).filter((one) => one.after > one.before)
  const falling = (down ?? []).filter((one) => one.after < one.before)
  const people = await described(context, [...rising, ...falling], pair)
  return { up: people.slice(0, rising.length), down: people.slice(rising.length) }
}
