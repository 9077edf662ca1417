import { worthOf } from '@/lib/scoring/contacts/action-rules'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import type { ActionName } from '@/lib/scoring/contacts/grammar/action-names'
import { actionNames, codeOf, isOneOf } from './action-codes'

const UNIT_MS = { hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const

/** Two scores that differ by less are the same to a star: see `lib/scoring/contacts/stars`. */
const TOLERANCE = '1e-9'

const RESPONSES: readonly ActionName[] = ['read', 'click', 'forward', 'reply', 'profile_update', 'invite']

/** x^g as JavaScript has it, without the engine's `pow` where a multiplication does. */
function powered(age: string, gravity: number): string {
  if (gravity === 0) return '1.'
  if (gravity === 1) return age
  return gravity === 2 ? `(${age} * ${age})` : `pow(${age}, {foldGravity:Float64})`
}

/**
 * The rating of what counts: ages, fold, floor and stars of the pure core (`lib/scoring/contacts/{ages,fold,floor,stars}`)
 * over `chosen`, rows (at, code, …) newest first, and over the subscription that nobody sent, which is the oldest: it is
 * no row but is added by itself. Products of divisors are sums of logarithms.
 */
export function ratedColumns(document: ContactDocument) {
  const { clock, gravity, order, floor, stars } = document
  const worths = actionNames.map((action) => {
    const worth = worthOf(document, action)
    return worth?.points ?? worth?.severity ?? 0
  })
  const negatives = actionNames.filter((action) => (worthOf(document, action)?.severity ?? null) !== null)
  const subscribes = worthOf(document, 'subscribed') !== null
  const isNegative = isOneOf('c', negatives)
  const isLowering = isOneOf('c', ['bounce_hard', 'bounce_soft', 'complaint'])

  const ageOf = (at: string, place: string) =>
    clock.type === 'position'
      ? `toFloat64(${place})`
      : `(1 + greatest(toInt64(0), until - ${at}) / ${UNIT_MS[clock.unit]})`
  const aged = (worth: string, at: string, place: string) =>
    `${worth} / ${powered(ageOf(at, place), gravity)}`

  const from = (chosen: string) => `
  SELECT *, multiIf(score < {foldCuts:Array(Float64)}[1] - ${TOLERANCE}, 1, 2
      + (score > {foldCuts:Array(Float64)}[2] + ${TOLERANCE})
      + (score > {foldCuts:Array(Float64)}[3] + ${TOLERANCE})
      + (score > {foldCuts:Array(Float64)}[4] + ${TOLERANCE})) AS star
  FROM (
    SELECT *, ${
      floor === null
        ? 'folded'
        : `greatest(folded, {foldFloor:Float64} / if(negatives = 0, 1., arrayProduct(arrayMap((c, w) -> if(${isLowering}, 1 + w, 1.), counted_codes, worths))))`
    } AS score
    FROM (
      SELECT *, ${folded()} AS folded
      FROM (
        SELECT *, ${negatives.length === 0 ? '0' : `arrayCount(c -> ${isNegative}, counted_codes)`} AS negatives,
          ${subscribes ? `if(subscriptions = 0, ${aged(`{foldWorths:Array(Float64)}[${codeOf('subscribed') + 1}]`, 'since', '(length(counted_codes) + 1)')}, 0.)` : '0.'} AS implied_worth,
          arrayMap((c, a, i) -> ${aged('{foldWorths:Array(Float64)}[c + 1]', 'a', 'i')}, counted_codes, counted_ats, arrayEnumerate(counted_codes)) AS worths
        FROM (SELECT *, chosen.1 AS counted_ats, chosen.2 AS counted_codes, ${subscribes ? 'subscriptions = 0' : 'false'} AS implied FROM (${chosen}))
      )
    )
  )`

  function folded(): string {
    const plain = 'arraySum(worths) + implied_worth'
    if (negatives.length === 0) return plain
    const logs = `arrayMap((c, w) -> if(${isNegative}, log(1 + w), 0.), counted_codes, worths)`
    const positives = `arrayMap((c, w) -> if(${isNegative}, 0., w), counted_codes, worths)`
    const running = `arraySum((w, l) -> w / exp(l), ${positives}, arrayCumSum(${logs})) + implied_worth / exp(arraySum(${logs}))`
    const final = `(arraySum(${positives}) + implied_worth) / arrayProduct(arrayMap((c, w) -> if(${isNegative}, 1 + w, 1.), counted_codes, worths))`
    return `if(negatives = 0, ${plain}, ${order === 'running' ? running : final})`
  }

  const instant = (ms: string) => `fromUnixTimestamp64Milli(${ms}, 'UTC')`
  const names = `{foldNames:Array(String)}`
  return {
    from,
    columns: `
    score, toUInt8(star) AS stars,
    multiIf(notEmpty(counted_codes), ${names}[counted_codes[1] + 1], implied, 'subscribed', '') AS last_action,
    ${instant('if(notEmpty(counted_ats), counted_ats[1], since)')} AS last_action_at,
    ${instant(`arrayFirstOrNull((a, c) -> ${isOneOf('c', RESPONSES)}, counted_ats, counted_codes)`)} AS last_response_at,
    toUInt32(length(counted_codes) + implied) AS counted,
    toUInt32(arrayCount(c -> ${isOneOf('c', ['bounce_hard', 'bounce_soft'])}, counted_codes)) AS bounces,
    toUInt32(countEqual(counted_codes, ${codeOf('complaint')})) AS complaints,
    toBool(unsubscribed) AS unsubscribed, reads, machine_reads,
    ${instant('since')} AS known_since`,
    params: {
      foldWorths: worths,
      foldCuts: stars,
      foldNames: actionNames,
      foldGravity: gravity,
      ...(floor !== null && { foldFloor: floor }),
    },
  }
}
