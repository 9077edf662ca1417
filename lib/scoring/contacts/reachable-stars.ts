import { agesOf } from './ages'
import type { ContactAction } from './contact-history'
import { type CountedAction, countedActions } from './counted-actions'
import type { Clock, ContactDocument } from './document'
import type { SentAction } from './grammar/action-names'
import { hurwitzZeta } from './hurwitz-zeta'
import { rateCounted } from './score-contact'
import { type Stars, starsOf } from './stars'

const WEEK_MS = 604_800_000
const MESSAGES = 104
const marks = [10, 52, MESSAGES] as const

/** Who reads every message, and who clicks in it too. */
const readers = { reads: ['read'], 'reads and clicks': ['read', 'click'] } as const
export type Reader = keyof typeof readers

export type ReachableStars = {
  reader: Reader
  /** After that many messages. */
  after: readonly { messages: number; score: number; stars: Stars }[]
  /** After ever more of them; the score is null where it grows without end. */
  limit: { score: number | null; stars: Stars }
  /** The most stars on the way, up to 104 messages. */
  most: Stars
}

/**
 * **Reachable stars** (`scoring.md` §3.4): what somebody gets who reads everything, and who reads and clicks everything:
 * a subscription, then a message a week, each read and clicked when it comes.
 *
 * The limit is finite for g > 1 only. With m positions per message, the newest having points p₁ … pₘ:
 *
 *     position   Σ_j p_j · m^(−g) · ζ(g, j/m)
 *     time       Σ_j p_j · T^(−g) · ζ(g, 1/T)     T a week in units of the clock
 *
 * @returns `unreached`: the stars that neither gets in 104 messages, lowest first
 *
 * Example, by position, the usual points: g 1: reads alone 6.040, 9.114 and 10.472 after 10, 52 and 104 messages, without
 * end; g 2: reads alone 3.289868 in the limit, so 4★ and 5★ are out of reach of them.
 */
export function reachableStars(model: ContactDocument): {
  readers: readonly ReachableStars[]
  unreached: readonly Stars[]
} {
  const reached = (Object.keys(readers) as Reader[]).map((reader) => reachedBy(reader, model))
  const most = Math.max(...reached.map((one) => one.most))
  return { readers: reached, unreached: ([1, 2, 3, 4, 5] as const).filter((stars) => stars > most) }
}

function reachedBy(reader: Reader, model: ContactDocument): ReachableStars {
  const { counted } = countedActions({ actions: mailOf(readers[reader]) }, model, Infinity)
  const ratings = Array.from({ length: MESSAGES + 1 }, (_, message) => {
    const at = message * WEEK_MS
    return rateCounted(
      counted.filter((one) => one.at <= at),
      model,
      at,
    )
  })
  return {
    reader,
    after: marks.map((messages) => ({
      messages,
      score: ratings[messages]?.score ?? 0,
      stars: ratings[messages]?.stars ?? 1,
    })),
    limit: limitOf(
      counted.filter(({ at }) => at === MESSAGES * WEEK_MS),
      ratings.at(-1)?.score ?? 0,
      model,
    ),
    most: Math.max(...ratings.map(({ stars }) => stars)) as Stars,
  }
}

/** A subscription at week 0 and the reader's actions on the message of each week after. */
function mailOf(actions: readonly SentAction[]): readonly ContactAction[] {
  const messages = Array.from({ length: MESSAGES }, (_, index) => index + 1)
  return [
    { id: 'subscribed', action: 'subscribed', at: 0 },
    ...messages.flatMap((message) =>
      actions.map((action, nth) => ({
        id: `${message}:${nth}`,
        action,
        at: message * WEEK_MS,
        messageId: String(message),
      })),
    ),
  ]
}

/** @param newest what counts of one message, oldest first */
function limitOf(
  newest: readonly CountedAction[],
  now: number,
  model: ContactDocument,
): ReachableStars['limit'] {
  const { gravity, clock } = model
  const total = newest.reduce((sum, { points }) => sum + (points ?? 0), 0)
  const stays = gravity === 0 || (clock.type === 'position' && newest.length === 0)
  if (total > 0 && gravity <= 1) return { score: null, stars: 5 }
  if (stays) return { score: now, stars: starsOf(now, model) }

  const repeat = repeatOf(clock, newest.length)
  const ages = agesOf(newest, clock, MESSAGES * WEEK_MS)
  const summed = newest.reduce((sum, { points }, index) => {
    const worth = (points ?? 0) * repeat ** -gravity
    return worth > 0 ? sum + worth * hurwitzZeta(gravity, (ages[index] ?? 1) / repeat) : sum
  }, 0)
  const score = Math.max(summed, model.floor ?? 0)
  return { score, stars: starsOf(score, model) }
}

/** How much older, on the clock, the same action on the message before is. */
function repeatOf(clock: Clock, actions: number): number {
  if (clock.type === 'position') return actions
  const [older = 1] = agesOf([{ at: 0 }], clock, WEEK_MS)
  return older - 1
}
