import { changeCauses } from '@/lib/scoring/engagement/explain-change'
import type { Explanation } from './schema'

/** A row of the scores of a run, as the warehouse has it. */
export type StoredScore = {
  id: string
  state: string
  raw: number | null
  score: number | null
  tier: string
}

/** What is promised of every sum. */
const EXACT = 1e-9

const isOff = (one: number, other: number) => !(Math.abs(one - other) <= EXACT)

const sum = <Item>(items: readonly Item[], of: (item: Item) => number) =>
  items.reduce((total, item) => total + of(item), 0)

/** What does not add up in why a score is what it is, nor is what was stored of it; nothing at best. */
export function* faultsOfScore(score: Explanation['score'], stored: StoredScore | null): Generator<string> {
  if (!score || stored?.state !== 'scored') {
    if (score || stored?.state === 'scored') yield `is ${stored?.state}, with ${score?.score}`
    return
  }
  const { raw, remainder, behaviors, place, blend, zero, method } = score
  if (raw !== stored.raw || score.score !== stored.score || score.tier.key !== stored.tier)
    yield `says ${raw}, ${score.score}, ${score.tier.key}, stored ${stored.raw}, ${stored.score}, ${stored.tier}`
  const terms = sum(behaviors, ({ term }) => term)
  if (isOff(terms, raw) || remainder !== 0) yield `terms ${terms} and ${remainder} are not ${raw}`
  const reached = blend
    ? blend.young.score + blend.lambda * (blend.old.score - blend.young.score)
    : place.score
  if (isOff(zero ? 0 : reached, score.score)) yield `place ${reached} is not ${score.score}`
  const rank = (100 * (place.below + place.equal / 2)) / place.n
  if (method === 'percentile' && !zero && isOff(rank, place.score)) yield `rank ${rank} is not ${place.score}`
}

type Change = NonNullable<Explanation['change']>

/** What does not add up in why it changed. */
export function* faultsOfChange(
  { from, to, steps, words }: Change,
  before: StoredScore | null,
  after: StoredScore | null,
): Generator<string> {
  for (const [end, stored] of [[from, before] as const, [to, after] as const]) {
    const { state = 'not-scored', raw = null, score = null } = stored ?? {}
    if (end.state !== state || end.raw !== raw || end.score !== score)
      yield `says ${end.state} ${end.raw} ${end.score}, stored ${state} ${raw} ${score}`
  }
  if (words === '') yield 'no words'
  if (from.score === null || to.score === null) {
    if (steps) yield 'steps without a score'
    return
  }
  if (!steps) return yield 'no steps'
  const causes = steps.map(({ cause }) => cause).join()
  if (causes !== changeCauses.join()) yield `in the order ${causes}`
  for (const what of ['raw', 'score'] as const) {
    const [told, moved] = [sum(steps, (step) => step[what]), (to[what] ?? NaN) - (from[what] ?? NaN)]
    if (isOff(told, moved)) yield `steps of ${what} ${told} are not ${moved}`
  }
  for (const { cause, raw, behaviors } of steps) {
    const own = sum(behaviors, (behavior) => behavior.raw)
    if (isOff(own, raw)) yield `behaviors of ${cause} ${own} are not ${raw}`
  }
}
