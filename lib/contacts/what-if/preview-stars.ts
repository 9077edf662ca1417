import { calledPeople } from '@/lib/what-if/called-people'
import { starChangeOf } from '@/lib/scoring/contacts/what-if/star-change'
import { STAR_BINS, type StarSummary } from '@/lib/scoring/contacts/what-if/star-summary'
import type { Context } from '@/lib/server/context'
import { readHistories } from '../contact-history'
import { type Asked, type Previewed, previewed } from './previewed'
import type { PreviewStarMover, StarsPreview } from './schema'
import { type MovedContact, type RangePreview, previewRange } from './sql/preview-stars'
import { scoreSeen, starReason } from './star-reason'

type Counts = Readonly<Record<string, number>>

/** Counts of several ranges as one. */
function together(each: readonly Counts[]): Counts {
  const all: Record<string, number> = {}
  for (const counts of each)
    for (const [key, count] of Object.entries(counts)) all[key] = (all[key] ?? 0) + count
  return all
}

/** Pairs of stars, 0 to 5 each. */
const pairsOf = (counts: Counts) =>
  [0, 1, 2, 3, 4, 5].map((before) => [0, 1, 2, 3, 4, 5].map((after) => counts[before * 6 + after] ?? 0))

type Pairs = ReturnType<typeof pairsOf>

/** How many contacts the second of a pair has by stars. */
const starsAfter = (pairs: Pairs) =>
  [1, 2, 3, 4, 5].map((after) => pairs.reduce((sum, row) => sum + (row[after] ?? 0), 0))

/** The same of the first. */
const starsBefore = (pairs: Pairs) => pairs.slice(1).map((row) => row.reduce((sum, count) => sum + count, 0))

function summaryOf(stars: number[], bins: Counts): StarSummary & { stars: number[]; bins: number[] } {
  return {
    contacts: stars.reduce((sum, count) => sum + count, 0),
    stars,
    bins: Array.from({ length: STAR_BINS }, (_, bin) => bins[bin] ?? 0),
  }
}

const plainChange = (pairs: Pairs) => {
  const { matrix, ...change } = starChangeOf(pairs)
  return { ...change, matrix: matrix.map((row) => [...row]) }
}

/** Names those who move, and says why. */
export async function namedStarMovers(
  context: Context,
  { document, live, folds }: Previewed,
  moved: readonly MovedContact[],
): Promise<PreviewStarMover[]> {
  const workspace = context.workspace.id
  const people = moved.map(({ person }) => person)
  if (people.length === 0) return []
  const [name, drafted, before] = await Promise.all([
    calledPeople(context, people),
    readHistories(workspace, document, people),
    live ? readHistories(workspace, live.document, people) : null,
  ])
  return moved.map(({ person, ...scores }) => {
    const { personId, email, name: said } = name(person)
    const [was, is] = [before?.get(person), drafted.get(person)]
    const reason =
      live && was && is
        ? starReason(scoreSeen(was, live.document, folds), scoreSeen(is, document, folds))
        : null
    return { personId, email, name: said, ...scores, change: scores.after - scores.before, reason }
  })
}

/** The largest of all ranges. */
const largest = (each: readonly (readonly MovedContact[])[], limit: number): MovedContact[] =>
  each
    .flat()
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
    .slice(0, limit)

/**
 * What a contact model would do to everybody at an instant, beside the live version there. Nothing is stored. Throws as
 * `previewed`.
 */
export async function previewStars(
  context: Context,
  asked: Asked & { movers: number },
): Promise<StarsPreview> {
  const found = await previewed(context, asked)
  const { document, live, folds, ranges } = found
  const other = { ...document, order: document.order === 'running' ? 'final' : 'running' } as const
  const documents = { draft: document, live: live?.document ?? document, other }
  const parts: RangePreview[] = []
  for (const range of ranges)
    parts.push(await previewRange(context.workspace.id, documents, folds, range, asked.movers))

  const counts = (field: 'livePairs' | 'orderPairs' | 'draftBins' | 'liveBins' | 'otherBins') =>
    together(parts.map((part) => part[field]))
  const [livePairs, orderPairs] = [pairsOf(counts('livePairs')), pairsOf(counts('orderPairs'))]
  const draft = summaryOf(starsAfter(livePairs), counts('draftBins'))
  const otherwise = summaryOf(starsAfter(orderPairs), counts('otherBins'))
  const isRunning = document.order === 'running'
  const [up, down] = (['up', 'down'] as const).map((way) =>
    largest(
      parts.map((part) => part[way]),
      asked.movers,
    ),
  )
  const named = live ? await namedStarMovers(context, found, [...(up ?? []), ...(down ?? [])]) : []
  return {
    ...draft,
    asOf: folds.asOf,
    version: live?.version ?? null,
    live: live && { ...summaryOf(starsBefore(livePairs), counts('liveBins')), version: live.version },
    change: live && plainChange(livePairs),
    orders: {
      running: isRunning ? draft : otherwise,
      final: isRunning ? otherwise : draft,
      change: plainChange(isRunning ? orderPairs : transposed(orderPairs)),
    },
    movers: live && { up: named.slice(0, up?.length ?? 0), down: named.slice(up?.length ?? 0) },
  }
}

const transposed = (pairs: Pairs): Pairs => pairs.map((_, row) => pairs.map((column) => column[row] ?? 0))
