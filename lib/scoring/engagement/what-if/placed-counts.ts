import { BIN_COUNT, binOf } from '../distribution'
import type { EngagementDocument } from '../document'
import type { Compared, ComparedPool } from './compared'
import { countsBetween, intervalEnds } from './interval-ends'
import { tierIndexAt } from './tier-index'

/**
 * People per interval of the score: counted among the sorted keys of each pool as if nobody were near a boundary;
 * whoever is moves from the interval of the own stage's score to that of the blended one.
 *
 * @param endsOf how many people of a pool there are up to the end of each interval
 */
function countedBy(
  { pools, near }: Compared,
  count: number,
  intervalOf: (score: number) => number,
  endsOf: (pool: ComparedPool) => readonly number[],
): number[] {
  const counts = new Array<number>(count).fill(0)
  const add = (interval: number, people: number) => (counts[interval] = (counts[interval] ?? 0) + people)
  for (const pool of pools) countsBetween(endsOf(pool)).forEach((people, interval) => add(interval, people))
  for (let k = 0; k < near.own.length; k++) {
    const own = near.own[k] ?? 0
    const blended = near.blended[k] ?? 0
    if (own === blended) continue
    add(intervalOf(own), -1)
    add(intervalOf(blended), 1)
  }
  return counts
}

const byScore = (count: number, intervalOf: (score: number) => number) => {
  return ({ people, scoreOf }: ComparedPool) =>
    intervalEnds(people.keys, count, (key) => intervalOf(scoreOf(key)))
}

/** People per bin of the score: see `distribution`. */
export function binCounts(compared: Compared): number[] {
  return countedBy(compared, BIN_COUNT, binOf, byScore(BIN_COUNT, binOf))
}

const isAboveZero = (score: number) => (score === 0 ? 0 : 1)

/** People whose score is 0. */
export function zeroCount(compared: Compared): number {
  return countedBy(compared, 2, isAboveZero, byScore(2, isAboveZero))[0] ?? 0
}

/** People per tier of the document, lowest first. */
export function tierCounts(
  compared: Compared,
  { tiers }: Pick<EngagementDocument, 'tiers'>,
): { key: string; people: number }[] {
  const tierOf = (score: number) => tierIndexAt(score, tiers)
  const counts = countedBy(compared, tiers.length, tierOf, ({ tierEnds }) => tierEnds)
  return tiers.map(({ key }, tier) => ({ key, people: counts[tier] ?? 0 }))
}
