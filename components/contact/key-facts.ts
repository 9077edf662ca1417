import { formatDay } from '@/lib/format/instant'
import { plural } from '@/lib/format/plural'
import type { NotCounted } from '@/lib/scoring/contacts/not-counted'
import { actionName, countsOf, isNegative } from './action-words'
import type { PathStep, RatedContact } from './rated-contact'

/** What is not counted, by why: "1 machine read, 1 repeat"; deliveries stand apart, they never count. */
export function notCountedNote(notCounted: readonly NotCounted[]): string {
  const kinds = notCounted.flatMap(kindOf)
  const counts = new Map<string, { count: number; many: string }>()
  for (const { one, many } of kinds) counts.set(one, { count: (counts.get(one)?.count ?? 0) + 1, many })
  const deliveries = notCounted.length - kinds.length
  const said = [...counts].map(([one, { count, many }]) => plural(count, one, many))
  const never = `${plural(deliveries, 'delivery', 'deliveries')}, never counted`
  if (said.length === 0) return deliveries > 0 ? `only ${never}` : 'everything counts'
  return deliveries > 0 ? `${said.join(', ')}; ${never}` : said.join(', ')
}

function kindOf({ action, why }: NotCounted): { one: string; many: string }[] {
  switch (why.type) {
    case 'never':
      return []
    case 'machine':
      return [{ one: `machine ${actionName(action)}`, many: `machine ${actionName(action)}s` }]
    case 'by-model':
      return [{ one: 'left out by the model', many: 'left out by the model' }]
    default:
      return [{ one: 'repeat', many: 'repeats' }]
  }
}

export type Height = { label: string; step: PathStep; note: string }

/**
 * The score from which the newest bounce or complaint took; where there was none, the highest that the contact had. Null
 * where nothing counts.
 */
export function heightOf(
  { path: all, now }: Pick<RatedContact, 'path' | 'now'>,
  zone: string,
): Height | null {
  const path = all.filter(({ tried }) => !tried)
  const isAll = now.counted.length === path.length
  const highest = path.reduce<PathStep | null>(
    (top, step) => (top && top.score >= step.score ? top : step),
    null,
  )
  if (!highest) return null
  const fell = path.findLastIndex(({ action }) => isNegative(action))
  const before = path[fell - 1]
  const negative = path[fell]
  if (!before || !negative) {
    const note = highest === path.at(-1) ? 'now' : formatDay(highest.at, zone)
    return { label: isAll ? 'Highest so far' : `Highest of ${path.length} actions`, step: highest, note }
  }
  const what = /bounce/.test(negative.action) ? 'bounce' : actionName(negative.action)
  const note = `${formatDay(before.at, zone)}${before === highest && isAll ? ', highest so far' : ''}`
  return { label: `Score before ${what}`, step: before, note }
}

/** "1 subscribed, 6 reads, 1 hard bounce". */
export const countedNote = ({ now }: Pick<RatedContact, 'now'>): string =>
  countsOf(now.counted.map(({ action }) => action))
