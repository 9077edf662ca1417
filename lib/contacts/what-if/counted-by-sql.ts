import { starChangeOf } from '@/lib/scoring/contacts/what-if/star-change'
import { STAR_BINS, type StarSummary } from '@/lib/scoring/contacts/what-if/star-summary'
import type { Context } from '@/lib/server/context'
import { type Counted, plainChange } from './plain-counts'
import type { Previewed } from './previewed'
import { type MovedContact, type RangePreview, previewRange } from './sql/preview-stars'

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

const transposed = (pairs: Pairs): Pairs => pairs.map((_, row) => pairs.map((column) => column[row] ?? 0))

/** The largest of all ranges. */
const largest = (each: readonly (readonly MovedContact[])[], limit: number): MovedContact[] =>
  each
    .flat()
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
    .slice(0, limit)

/** What a preview counts, of the warehouse: at a past instant, and of lists too long for memory. */
export async function countedBySql(context: Context, found: Previewed, movers: number): Promise<Counted> {
  const { document, live, folds, ranges } = found
  const other = { ...document, order: document.order === 'running' ? 'final' : 'running' } as const
  const documents = { draft: document, live: live?.document ?? document, other }
  const parts: RangePreview[] = []
  for (const range of ranges)
    parts.push(await previewRange(context.workspace.id, documents, folds, range, movers))

  const counts = (field: 'livePairs' | 'orderPairs' | 'draftBins' | 'liveBins' | 'otherBins') =>
    together(parts.map((part) => part[field]))
  const [livePairs, orderPairs] = [pairsOf(counts('livePairs')), pairsOf(counts('orderPairs'))]
  const draft = summaryOf(starsAfter(livePairs), counts('draftBins'))
  const otherwise = summaryOf(starsAfter(orderPairs), counts('otherBins'))
  const isRunning = document.order === 'running'
  const moved = (way: 'up' | 'down') =>
    largest(
      parts.map((part) => part[way]),
      movers,
    )
  return {
    ...draft,
    asOf: folds.asOf,
    live: live && { ...summaryOf(starsBefore(livePairs), counts('liveBins')), version: live.version },
    change: live && plainChange(starChangeOf(livePairs)),
    orders: {
      running: isRunning ? draft : otherwise,
      final: isRunning ? otherwise : draft,
      change: plainChange(starChangeOf(isRunning ? orderPairs : transposed(orderPairs))),
    },
    ...{ up: moved('up'), down: moved('down') },
  }
}
