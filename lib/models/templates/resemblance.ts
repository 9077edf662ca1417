import { type EventWord, eventWords, meaningOf } from './event-words'
import type { EventHints } from './template'

/** How sure it is that an event is what the hints mean, 0 to 1, and why in a sentence. */
export type Resemblance = { confidence: number; reason: string }

const set = (words: string) => new Set(words.split(' ').map(meaningOf))

/** Doings of any thing: alone they say little. Other words, such as comment or search, are acts of their own. */
const general = set(
  'create complete view send update start run submit place enter perform receive select accept get set use pause resume track confirm',
)

/** Doings that an act has anyway: a search performed is a search, a search viewed is not. */
const neutral = set('create complete send submit place perform track confirm run')

/** Words that turn what is done into its contrary. */
const contrary = set(
  'cancel refund fail failure remove decline error abandon reject revoke unsubscribe uninstall undo expire unlike unfollow disconnect down downgrade dislike logout unassign archive block disable not return skip dismiss ignore deny',
)

const CONTRARY = 0.3
const STAND_IN = 0.65
const BOTH = 0.9
const ACT = 0.75
const THING = 0.45

const weightOf = (meaning: string) => (general.has(meaning) ? 0.5 : 1)
const weightOfAll = (meanings: readonly string[]) => meanings.reduce((sum, one) => sum + weightOf(one), 0)

type Example = { name: string; meanings: readonly string[]; factor: number }

type PreparedHints = {
  examples: readonly Example[]
  verbs: ReadonlySet<string>
  objects: ReadonlySet<string>
  not: ReadonlySet<string>
}

const prepared = new WeakMap<EventHints, PreparedHints>()

function prepare(hints: EventHints): PreparedHints {
  const known = prepared.get(hints)
  if (known) return known
  const example = (factor: number) => (name: string) => ({
    name,
    factor,
    meanings: eventWords(name).map(({ meaning }) => meaning),
  })
  const made: PreparedHints = {
    examples: [...hints.events.map(example(1)), ...(hints.standIns ?? []).map(example(STAND_IN))],
    verbs: new Set(hints.verbs.map(meaningOf)),
    objects: new Set(hints.objects.map(meaningOf)),
    not: new Set((hints.not ?? []).map(meaningOf)),
  }
  prepared.set(hints, made)
  return made
}

/**
 * Dice's coefficient of two sets of words, general doings at half weight; less where what is done is not the same:
 * half where both say it and disagree, 0.6 where only the example says it.
 */
function likeness(event: readonly string[], example: readonly string[], verbs: ReadonlySet<string>): number {
  const shared = event.filter((meaning) => example.includes(meaning))
  if (weightOfAll(shared) < 1) return 0
  const dice = (2 * weightOfAll(shared)) / (weightOfAll(event) + weightOfAll(example))
  const isDoing = (meaning: string) => general.has(meaning) || verbs.has(meaning)
  if (shared.some(isDoing)) {
    const isAct = (meaning: string) => verbs.has(meaning) && !general.has(meaning)
    if (example.some(isAct) && !shared.some(isAct)) return dice * 0.5
    const other = event.filter((meaning) => general.has(meaning) && !example.includes(meaning))
    return other.some((meaning) => !shared.some(isAct) || !neutral.has(meaning)) ? dice * 0.5 : dice
  }
  if (example.some(isDoing)) return dice * (event.some(isDoing) ? 0.5 : 0.6)
  return event.every((meaning) => !general.has(meaning) || neutral.has(meaning)) ? dice : dice * 0.5
}

function byExample(event: readonly string[], { examples, verbs }: PreparedHints): Resemblance {
  let best: Resemblance = { confidence: 0, reason: '' }
  for (const { name, meanings, factor } of examples) {
    const like = likeness(event, meanings, verbs)
    if (like * factor <= best.confidence) continue
    const usual = like === 1 ? `Named like “${name}”` : `Close to “${name}”`
    const reason =
      factor < 1 ? `Stands in for it where nothing nearer is sent.` : `${usual}, a usual name for it.`
    best = { confidence: like * factor, reason }
  }
  return best
}

function byWords(words: readonly EventWord[], { verbs, objects }: PreparedHints): Resemblance {
  const doing = words.filter(({ meaning }) => verbs.has(meaning))
  const thing = words.filter(({ meaning }) => objects.has(meaning) && !verbs.has(meaning))
  const act = doing.filter(({ meaning }) => !general.has(meaning))
  const others = words.filter(({ meaning }) => !verbs.has(meaning) && !objects.has(meaning))
  const matched = weightOfAll([...doing, ...thing].map(({ meaning }) => meaning))
  const unexplained = others.filter(({ meaning }) => !general.has(meaning)).length
  const explained = matched / (matched + 0.8 * unexplained || 1)
  const otherDoing = others.filter(({ meaning }) => general.has(meaning))
  const isOther = otherDoing.some(({ meaning }) => act.length === 0 || !neutral.has(meaning))
  const quoted = (list: readonly EventWord[]) => `“${list[0]?.written}”`

  if (doing.length > 0 && thing.length > 0) {
    const confidence = BOTH * explained * (isOther ? 0.5 : 1)
    return { confidence, reason: `Both fit: ${quoted(doing)} and ${quoted(thing)}.` }
  }
  if (act.length > 0) {
    const confidence = ACT * explained * (isOther ? 0.5 : 1)
    return { confidence, reason: `The word ${quoted(act)} fits.` }
  }
  if (thing.length > 0) {
    const confidence = THING * explained * (isOther ? 0.6 : 1)
    return { confidence, reason: `Only ${quoted(thing)} fits; what is done to it is not what is meant.` }
  }
  return { confidence: 0, reason: '' }
}

/**
 * **Resemblance** of an event's name to what a behavior means: the better of two ways. By example: the name against
 * those that well-known trackers send (1 where they mean the same words). By words: a doing and a thing that fit
 * (0.9), an act alone (0.75), a thing alone (0.45), each less the more of the name stays unexplained or does otherwise. A contrary word
 * (cancelled, failed …) that is not asked for takes it to 0.3 of that, a word the hints exclude to 0.
 *
 * Example, hints “Task Completed”, close/complete, task/issue: `task_completed` 1, `IssueClosed` 0.9, `Task Viewed`
 * 0.45, `Task Deleted` below 0.2, `Page Viewed` 0.
 */
export function resemblance(name: string, hints: EventHints): Resemblance {
  const ready = prepare(hints)
  const words = eventWords(name)
  const meanings = words.map(({ meaning }) => meaning)
  if (meanings.some((meaning) => ready.not.has(meaning))) return { confidence: 0, reason: '' }
  const [example, parts] = [byExample(meanings, ready), byWords(words, ready)]
  const best = parts.confidence > example.confidence ? parts : example
  const asked = (meaning: string) => ready.verbs.has(meaning) || ready.objects.has(meaning)
  const isContrary = best.confidence < 1 && meanings.some((one) => contrary.has(one) && !asked(one))
  const confidence = Math.round(best.confidence * (isContrary ? CONTRARY : 1) * 100) / 100
  return { confidence, reason: best.reason }
}
