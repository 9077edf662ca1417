import { type Resemblance, resemblance } from './resemblance'
import { EXPANSION, type EventHints, type Template, type TemplateBehavior } from './template'

/** An event name of a workspace, as its catalog tells it. */
export type KnownEvent = {
  name: string
  people: number
  volume: number
  /** Does it count as activity? Behaviors count nothing else. */
  activity: boolean
  properties: readonly string[]
}

export type Candidate = Resemblance & {
  event: string
  /** What to sum, where the behavior is a sum and the event has such a property. */
  property: string | null
}

/** Which event a behavior may be; `event` is null where nothing is sure enough. */
export type EventSuggestion = {
  /** Key of the behavior, or `expansion`. */
  behavior: string
  event: string | null
  /** Why this one, or why none. */
  reason: string
  /** The suggested one, then the most likely first. */
  candidates: readonly Candidate[]
}

/** From here on an event is taken without asking. */
export const SURE = 0.62

/** From here on it is worth a look. */
const WORTH_A_LOOK = 0.35
const MOST_CANDIDATES = 5

type Slot = { key: string; name: string; hints: EventHints; isOutcome: boolean; sums: readonly string[] }

const sumsOf = ({ measure }: TemplateBehavior) => (measure.type === 'sum' ? measure.properties : [])

function slotsOf({ behaviors, outcomes: { expansion } }: Template): Slot[] {
  return [
    ...behaviors.map((behavior) => ({ ...behavior, isOutcome: false, sums: sumsOf(behavior) })),
    { key: EXPANSION, name: expansion.name, hints: expansion.hints, isOutcome: true, sums: [] },
  ]
}

const simple = (property: string) => property.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** The first property of the hints that the event has, however it is written. */
export function propertyToSum(properties: readonly string[], wanted: readonly string[]): string | null {
  for (const name of wanted) {
    const found = properties.find((property) => simple(property) === simple(name))
    if (found) return found
  }
  return null
}

/** A document can name it; `*` would mean any activity. */
const isUsable = ({ name }: KnownEvent) => name.trim() !== '' && name !== '*' && name.length <= 500

/** Each name once: one that is both tracked and a page is what counts as activity. */
function distinct(catalog: readonly KnownEvent[]): KnownEvent[] {
  const byName = new Map<string, KnownEvent>()
  for (const known of catalog) {
    const other = byName.get(known.name)
    if (isUsable(known) && !other?.activity) byName.set(known.name, known)
  }
  return [...byName.values()]
}

type Scored = Candidate & Pick<KnownEvent, 'people' | 'volume'>

const likeliest = (a: Scored, b: Scored) =>
  b.confidence - a.confidence || b.people - a.people || b.volume - a.volume || (a.event < b.event ? -1 : 1)

function candidatesOf(slot: Slot, catalog: readonly KnownEvent[]): Scored[] {
  return catalog
    .filter((known) => known.activity || (slot.isOutcome && known.name.startsWith('outcome:')))
    .map(({ name, people, volume, properties }) => ({
      event: name,
      people,
      volume,
      property: propertyToSum(properties, slot.sums),
      ...resemblance(name, slot.hints),
    }))
    .filter(({ confidence }) => confidence >= WORTH_A_LOOK)
    .sort(likeliest)
}

/** Event by slot: the surest pair first, each event and each slot once. */
function assigned(slots: readonly Slot[], found: readonly (readonly Scored[])[]): Map<string, string> {
  const pairs = found
    .flatMap((candidates, place) => candidates.map((candidate) => ({ place, candidate })))
    .filter(({ candidate }) => candidate.confidence >= SURE)
    .sort((a, b) => b.candidate.confidence - a.candidate.confidence || a.place - b.place || likeliest(a.candidate, b.candidate)) // prettier-ignore
  const eventOf = new Map<string, string>()
  const taken = new Set<string>()
  for (const { place, candidate } of pairs) {
    const key = slots[place]?.key
    if (key === undefined || eventOf.has(key) || taken.has(candidate.event)) continue
    eventOf.set(key, candidate.event)
    taken.add(candidate.event)
  }
  return eventOf
}

function whyNone(candidates: readonly Scored[], ownerOf: ReadonlyMap<string, string>): string {
  const [best] = candidates
  if (!best) return 'No event is named like it.'
  const owner = ownerOf.get(best.event)
  if (best.confidence >= SURE && owner) return `“${best.event}” fits, but counts for “${owner}” already.`
  return `“${best.event}” may be it; look before you take it.`
}

/**
 * **Suggested events**: which of a workspace's events each behavior of a template most likely is, by their names.
 *
 * Pairs of behavior and event are taken from the surest down to 0.62, each event for one behavior only; equal ones by
 * the order of the template, then by people, then by volume. What is less sure, or taken already, stays open and is
 * told among the candidates. Only activity can be a behavior; the expansion may be an outcome too.
 *
 * @returns one suggestion per behavior in the order of the template, the last for the expansion
 */
export function suggestEvents(template: Template, catalog: readonly KnownEvent[]): EventSuggestion[] {
  const slots = slotsOf(template)
  const known = distinct(catalog)
  const found = slots.map((slot) => candidatesOf(slot, known))
  const eventOf = assigned(slots, found)
  const ownerOf = new Map(
    slots.flatMap(({ key, name }) => {
      const event = eventOf.get(key)
      return event === undefined ? [] : [[event, name] as const]
    }),
  )
  return slots.map(({ key }, place) => {
    const candidates = found[place] ?? []
    const event = eventOf.get(key) ?? null
    const chosen = candidates.filter((candidate) => candidate.event === event)
    const others = candidates.filter((candidate) => candidate.event !== event)
    return {
      behavior: key,
      event,
      reason: chosen[0]?.reason ?? whyNone(candidates, ownerOf),
      candidates: [...chosen, ...others]
        .slice(0, MOST_CANDIDATES)
        .map(({ people: _, volume: __, ...candidate }) => candidate),
    }
  })
}
