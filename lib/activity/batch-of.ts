import type { ActivityItem } from './schema'

const dayMs = 86_400_000

/** The runs of one batch in one state. */
export type BatchPart = {
  state: ActivityItem['state']
  runs: number
  /** Of all of them together, 0 to `runs`. */
  progress: number
  first: Date
  last: Date
  startedAt: Date | null
  finishedAt: Date | null
  error: string | null
}

const earliest = (times: (Date | null)[]) => extreme(times, (a, b) => a < b)
const latest = (times: (Date | null)[]) => extreme(times, (a, b) => a > b)

function extreme(times: (Date | null)[], before: (a: Date, b: Date) => boolean): Date | null {
  return times.reduce((best, time) => (time && (!best || before(time, best)) ? time : best), null)
}

/** Work is running as long as some of it does; some ended and some waiting is running too. */
function stateOf(parts: readonly BatchPart[]): ActivityItem['state'] {
  const has = (state: ActivityItem['state']) => parts.some((part) => part.state === state)
  if (has('running') || (has('queued') && parts.length > 1)) return 'running'
  if (has('queued')) return 'queued'
  if (has('failed')) return 'failed'
  return has('cancelled') ? 'cancelled' : 'done'
}

/** Points a week apart are weeks, and so on, by their mean distance. */
function unitOf(points: number, first: Date, last: Date): 'weeks' | 'days' | 'instants' {
  const apart = (last.getTime() - first.getTime()) / Math.max(1, points - 1) / dayMs
  if (Math.abs(apart - 7) < 0.1) return 'weeks'
  return Math.abs(apart - 1) < 0.1 ? 'days' : 'instants'
}

/** Runs that were made together as one piece of work. */
export function batchOf(parts: readonly BatchPart[]) {
  const total = parts.reduce((sum, { runs }) => sum + runs, 0)
  const done = parts.reduce((sum, { state, runs }) => sum + (state === 'done' ? runs : 0), 0)
  const progress = parts.reduce((sum, part) => sum + (part.state === 'done' ? part.runs : part.progress), 0)
  const first = earliest(parts.map((part) => part.first)) ?? new Date(0)
  const last = latest(parts.map((part) => part.last)) ?? first
  const state = stateOf(parts)
  const ended = state !== 'running' && state !== 'queued'
  return {
    state,
    done,
    total,
    progress: total === 0 ? 0 : Math.min(1, progress / total),
    unit: unitOf(total, first, last),
    startedAt: earliest(parts.map((part) => part.startedAt)),
    finishedAt: ended ? latest(parts.map((part) => part.finishedAt)) : null,
    error: parts.find((part) => part.error !== null)?.error ?? null,
  }
}
