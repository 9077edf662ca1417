import { formatDay } from '@/lib/format/instant'
import { formatNumber, formatPlain } from '@/lib/format/number'
import { smallNumbers } from '@/lib/format/small-numbers'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { rateCounted } from '@/lib/scoring/contacts/score-contact'
import { countInWords, isNegative, oneOf } from './action-words'
import type { PathStep, RatedContact } from './rated-contact'
import { starRange } from './star-words'

/** As many actions as somebody still thinks of as just now. */
const FEW = 3

/** "one read", "two clicks", "three actions". */
function inWords(steps: readonly PathStep[]): string {
  const [first] = steps
  if (!first) return 'nothing'
  return steps.every(({ action }) => action === first.action)
    ? countInWords(steps.length, first.action)
    : `${smallNumbers[steps.length] ?? steps.length} actions`
}

/**
 * How the contact came to its stars, to follow the claim: "back from 1★ after one read", "down from 4★ after a hard
 * bounce", "at 3★ since 18 Nov 2025", "faded from 4★ since 2 Dec 2025".
 */
export function starsStory({ now, path }: Pick<RatedContact, 'now' | 'path'>, zone: string): string {
  const stored = path.filter(({ tried }) => !tried)
  const last = stored.at(-1)
  if (!last) return 'with no action that counts'
  if (last.stars > now.stars)
    return `faded from ${last.stars}★ after ${oneOf(last.action)} on ${formatDay(last.at, zone)}`
  const other = stored.findLastIndex(({ stars }) => stars !== now.stars)
  const before = stored[other]
  const since = stored.slice(other + 1)
  const [first] = since
  if (!first) return 'as the floor holds it'
  // Of a long history the path begins later than the contact did.
  if (!before && now.counted.length > stored.length) return `there since before ${formatDay(first.at, zone)}`
  if (!before)
    return since.length === 1
      ? `new since ${formatDay(first.at, zone)}`
      : `unchanged since ${formatDay(first.at, zone)}`
  if (since.length > FEW) return `there since ${formatDay(first.at, zone)}`
  if (before.stars > now.stars) return `down from ${before.stars}★ after ${oneOf(first.action)}`
  const wasThere = stored.slice(0, other).some(({ stars }) => stars >= now.stars)
  return `${wasThere ? 'back' : 'up'} from ${before.stars}★ after ${inWords(since)}`
}

export type Drop = { step: PathStep; before: number; divisor: number; after: number }

/** The newest bounce, complaint or other negative, and what it did when it came; null where the floor held the score. */
export function newestDrop(
  { now, path }: Pick<RatedContact, 'now' | 'path'>,
  model: ContactDocument,
): Drop | null {
  const index = now.counted.findLastIndex(({ action, severity }) => isNegative(action) && (severity ?? 0) > 0)
  const negative = now.counted[index]
  const step = path.find(({ id }) => id === negative?.id)
  if (!negative || !step) return null
  const then = rateCounted(now.counted.slice(0, index + 1), model, negative.at)
  const divisor = then.counted.at(-1)?.divisor ?? 1
  if ((then.floor?.lifts ?? 0) > 0) return null
  return { step, before: then.score * divisor, divisor, after: then.score }
}

/** "A hard bounce on 16 Dec 2025 halved 3.19 to 1.59." */
export function dropInWords({ step, before, divisor, after }: Drop, zone: string): string {
  const what = oneOf(step.action)
  const did = Math.abs(divisor - 2) < 1e-9 ? 'halved' : 'divided'
  const by = did === 'halved' ? '' : ` by ${formatPlain(divisor)}`
  const on = `${what.charAt(0).toUpperCase()}${what.slice(1)} on ${formatDay(step.at, zone)}`
  return `${on} ${did} ${formatNumber(before, 2)}${by} to ${formatNumber(after, 2)}.`
}

const floorInWords = (floor: RatedContact['now']['floor']) =>
  `The floor holds it at ${formatNumber(floor?.least, 2)}, ${formatNumber(floor?.lifts, 2)} above what the actions add up to.`

/** Direction, what the stars mean, the newest fall, the floor: the line under the answer. */
export function answerCaption(rated: RatedContact, model: ContactDocument, zone: string): string {
  const { now } = rated
  const drop = newestDrop(rated, model)
  const held = now.floor !== null && now.floor.lifts > 0
  return [
    'Higher is better.',
    starRange(now.stars, model),
    drop && dropInWords(drop, zone),
    held && floorInWords(now.floor),
    model.clock.type === 'time' && !held && 'It fades with time until the next action.',
  ]
    .filter(Boolean)
    .join(' ')
}

/** What became of the divisor of the newest negative since: "one read later the divisor is 1.5"; null where nothing. */
export function divisorSince(drop: Drop, { now }: Pick<RatedContact, 'now'>): string | null {
  const index = now.counted.findIndex(({ id }) => id === drop.step.id)
  const later = now.counted.slice(index + 1)
  const divisor = now.counted[index]?.divisor
  const [first] = later
  if (!first || divisor === undefined || Math.abs(divisor - drop.divisor) < 5e-3) return null
  const count = later.every(({ action }) => action === first.action)
    ? countInWords(later.length, first.action)
    : `${smallNumbers[later.length] ?? formatNumber(later.length)} actions`
  return `${count} later the divisor is ${formatPlain(divisor)}`
}
