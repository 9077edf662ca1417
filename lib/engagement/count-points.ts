import { z } from 'zod'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { Frame } from '@/lib/scoring/engagement/frame'
import { defineCommand } from '@/lib/warehouse/define-query'
import type { Checkpoint } from './cancellable'
import { countBehaviors } from './sql/count-behaviors'
import { countingLoad } from './sql/counting-load'
import type { Tagged } from './sql/kill-run'
import { type PersonRange, personRanges } from './sql/person-ranges'

/** An instant to count at, under the id that its rows get. */
export type CountPoint = { run: string; frame: Frame; keepCounts: boolean }

export type WorkspaceFacts = {
  workspace: string
  zone: string
  events: number
  people: number
  hasMerges: boolean
}

/** Statements of a pass: its points, for one range of people after the other. */
export type CountPass = { points: readonly CountPoint[]; ranges: readonly PersonRange[] }

/**
 * The points in as few passes over the events as can be: one, but for points within an hour of a clock that is set back,
 * whose windows would overtake each other.
 */
export function countPasses(
  document: EngagementDocument,
  points: readonly CountPoint[],
  { events, people }: WorkspaceFacts,
): CountPass[] {
  const passes: CountPoint[][] = []
  for (const point of points.toSorted((a, b) => a.frame.asOf - b.frame.asOf)) {
    const pass = passes.find((one) => (one.at(-1)?.frame.windowFrom ?? -Infinity) <= point.frame.windowFrom)
    if (pass) pass.push(point)
    else passes.push([point])
  }
  return passes.map((pass) => ({
    points: pass,
    ranges: personRanges(events, people, countingLoad(document, pass)),
  }))
}

/** First half of runs: counts what everybody did, and tells after every statement that a step is done. */
export async function countPoints(
  document: EngagementDocument,
  passes: readonly CountPass[],
  { workspace, zone, hasMerges }: WorkspaceFacts,
  { tagged, checkpoint, step }: { tagged: Tagged; checkpoint: Checkpoint; step: () => Promise<void> },
): Promise<void> {
  for (const { points, ranges } of passes) {
    for (const range of ranges) {
      checkpoint()
      const keepCounts = points.map((point) => point.keepCounts)
      const { sql, params } = countBehaviors(document, points, {
        workspace,
        zone,
        range,
        hasMerges,
        keepCounts,
      })
      await defineCommand({ name: 'count-behaviors', params: z.record(z.string(), z.unknown()), sql })(
        params,
        tagged,
      )
      await step()
    }
  }
}
