import { capped } from '@/lib/scoring/engagement/cap'
import { curved } from '@/lib/scoring/engagement/curve'
import type { Behavior } from '@/lib/scoring/engagement/document'
import type { Point } from './kernel-points'

type Counted = Pick<Behavior, 'measure' | 'cap' | 'curve'>

/** Occurrences shown where neither measure nor cap says how many there can be. */
const usualMost = 20

/** The largest count a picture shows: what can be reached, and beyond a cap a fifth more, so that it is seen to cut. */
export function largestCount({ measure, cap }: Counted, windowDays: number): number {
  if (measure.type === 'once' || measure.type === 'first') return 1
  if (cap !== null && Number.isFinite(cap) && cap > 0) return cap * 1.2
  return measure.type === 'days' && windowDays > 0 ? windowDays : usualMost
}

/** What a count is worth after cap and curve, before the weight; null while they are none the grammar accepts. */
export function worthOf(n: number, { cap, curve }: Counted): number | null {
  if (cap !== null && !(cap > 0)) return null
  if (curve.type === 'saturating' && !(curve.k > 0)) return null
  return curved(capped(n, cap), curve)
}

/** `f(min(c, n))` for n from 0 to the largest count, the cap among them; empty while it cannot be told. */
export function worthPoints(behavior: Counted, windowDays: number, pieces = 40): readonly Point[] {
  const most = largestCount(behavior, windowDays)
  const counts = Array.from({ length: pieces + 1 }, (_, index) => (most * index) / pieces)
  if (behavior.cap !== null && behavior.cap > 0 && behavior.cap < most) counts.push(behavior.cap)
  return counts
    .sort((a, b) => a - b)
    .flatMap((n): Point[] => {
      const worth = worthOf(n, behavior)
      return worth === null ? [] : [[n, worth]]
    })
}

/** A few counts worth naming, rising: 1, 2, 5, 10 … up to the largest, and the cap. */
export function namedCounts(behavior: Counted, windowDays: number): readonly number[] {
  const most = largestCount(behavior, windowDays)
  const round = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10_000, 100_000].filter((n) => n <= most)
  const cap = behavior.cap !== null && behavior.cap > 0 && behavior.cap <= most ? [behavior.cap] : []
  const all = [...new Set([...round, ...cap])].sort((a, b) => a - b)
  return all.length <= 6 ? all : [...all.slice(0, 2), ...all.slice(-4)]
}
