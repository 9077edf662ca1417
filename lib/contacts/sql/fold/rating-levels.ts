import { worthOf } from '@/lib/scoring/contacts/action-rules'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import type { ActionName } from '@/lib/scoring/contacts/grammar/action-names'
import { actionNames, codeOf, isOneOf } from './action-codes'
import { only } from './arrays'
import type { Level } from './in-levels'

const UNIT_MS = { hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const

/** Two scores that differ by less are the same to a star: see `lib/scoring/contacts/stars`. */
const TOLERANCE = '1e-9'

const RESPONSES: readonly ActionName[] = ['read', 'click', 'forward', 'reply', 'profile_update', 'invite']

const worths = '{foldWorths:Array(Float64)}'
const cuts = '{foldCuts:Array(Float64)}'
const instant = (ms: string) => `fromUnixTimestamp64Milli(${ms}, 'UTC')`

/** x^g as JavaScript has it, without the engine's `pow` where a multiplication does. */
function powered(age: string, gravity: number): string {
  if (gravity === 0) return '1.'
  if (gravity === 1) return age
  return gravity === 2 ? `(${age} * ${age})` : `pow(${age}, {foldGravity:Float64})`
}

/**
 * The rating of what counts: ages, fold, floor and stars of the pure core (`lib/scoring/contacts/{ages,fold,floor,stars}`)
 * over `ones`, rows (at, code) newest first, and over the subscription that nobody sent, where there are no
 * `subscriptions`: the oldest of all, it is no entry but is added by itself.
 */
export function ratingLevels(document: ContactDocument): {
  levels: readonly Level[]
  params: Record<string, unknown>
} {
  const { clock, gravity, order, floor, stars } = document
  const worthsOf = actionNames.map((action) => {
    const worth = worthOf(document, action)
    return worth?.points ?? worth?.severity ?? 0
  })
  const negatives = actionNames.filter((action) => (worthOf(document, action)?.severity ?? null) !== null)
  const subscribes = worthOf(document, 'subscribed') !== null
  const isNegative = isOneOf('c', negatives)

  const ageOf = (at: string, place: string) =>
    clock.type === 'position'
      ? `toFloat64(${place})`
      : `(1 + greatest(toInt64(0), until - ${at}) / ${UNIT_MS[clock.unit]})`
  const agedWorth = (worth: string, at: string, place: string) =>
    `${worth} / ${powered(ageOf(at, place), gravity)}`
  const implied = agedWorth(`${worths}[${codeOf('subscribed') + 1}]`, 'since', '(length(counted_codes) + 1)')

  const levels: Level[] = [
    {
      counted_ats: 'ones.1',
      counted_codes: 'ones.2',
      worth: `arrayMap((c, a, i) -> ${agedWorth(`${worths}[c + 1]`, 'a', 'i')}, counted_codes, counted_ats, arrayEnumerate(counted_codes))`,
      is_implied: subscribes ? 'subscriptions = 0' : 'false',
      implied_worth: subscribes ? `if(subscriptions = 0, ${implied}, 0.)` : '0.',
      has_negatives: `arrayExists(c -> ${isNegative}, counted_codes)`,
    },
    {
      n_codes: only('has_negatives', 'counted_codes'),
      n_worth: only('has_negatives', 'worth'),
      logs: `arrayMap((c, w) -> if(${isNegative}, log(1 + w), 0.), n_codes, n_worth)`,
      positives: `arrayMap((c, w) -> if(${isNegative}, 0., w), n_codes, n_worth)`,
    },
    {
      folded: foldedOf(order),
      score:
        floor === null
          ? 'folded'
          : `greatest(folded, {foldFloor:Float64} / if(has_negatives, arrayProduct(arrayMap(
              (c, w) -> if(${isOneOf('c', ['bounce_hard', 'bounce_soft', 'complaint'])}, 1 + w, 1.), n_codes, n_worth)), 1.))`,
      stars: `toUInt8(if(score < ${cuts}[1] - ${TOLERANCE}, 1, 2 + (score > ${cuts}[2] + ${TOLERANCE})
        + (score > ${cuts}[3] + ${TOLERANCE}) + (score > ${cuts}[4] + ${TOLERANCE})))`,
      last_action: `multiIf(notEmpty(counted_codes), {foldNames:Array(String)}[counted_codes[1] + 1], is_implied, 'subscribed', '')`,
      last_action_at: instant('if(notEmpty(counted_ats), counted_ats[1], since)'),
      last_response_at: instant(
        `arrayFirstOrNull((a, c) -> ${isOneOf('c', RESPONSES)}, counted_ats, counted_codes)`,
      ),
      counted: 'toUInt32(length(counted_codes) + is_implied)',
      bounces: `toUInt32(arrayCount(c -> ${isOneOf('c', ['bounce_hard', 'bounce_soft'])}, counted_codes))`,
      complaints: `toUInt32(countEqual(counted_codes, ${codeOf('complaint')}))`,
      reads: 'toUInt32(opened - machine_reads)',
      known_since: instant('since'),
    },
  ]
  const params = {
    foldWorths: worthsOf,
    foldCuts: stars,
    foldNames: actionNames,
    foldGravity: gravity,
    ...(floor !== null && { foldFloor: floor }),
  }
  return { levels, params }
}

/** Products of divisors are sums of logarithms, taken only of whoever has a negative action. */
function foldedOf(order: ContactDocument['order']): string {
  const running = `arraySum((w, l) -> w / exp(l), positives, arrayCumSum(logs)) + implied_worth / exp(arraySum(logs))`
  const final = `(arraySum(positives) + implied_worth) / exp(arraySum(logs))`
  return `if(has_negatives, ${order === 'running' ? running : final}, arraySum(worth) + implied_worth)`
}
