import type { EngagementDocumentInput } from './document'

/** One activity event of a workspace: how many people did it, and how often it happened. */
export type EventUse = { name: string; people: number; volume: number }

const MOST_BEHAVIORS = 7

const byUse = (a: EventUse, b: EventUse) =>
  b.people - a.people || b.volume - a.volume || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

/** Whether a document can name the event: `*` would mean any activity, and stores refuse NUL inside JSON. */
function isUsable(name: string): boolean {
  return name.trim() !== '' && name !== '*' && name.length <= 200 && !name.includes('\0')
}

/** Done by half of everybody: 1. By a tenth: 3. By fewer: 5, as what few do sets them apart. */
function weightByReach(people: number, totalPeople: number): number {
  if (people >= totalPeople * 0.5) return 1
  return people >= totalPeople * 0.1 ? 3 : 5
}

const LONGEST_SLUG = 45

/** `Report Run` → `report-run`. */
function slugOf(name: string): string {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['event']
  return Array.from(words.join('-')).slice(0, LONGEST_SLUG).join('')
}

/** Slugs, numbered where another event already became the same one. */
function keyMaker(): (name: string) => string {
  const taken = new Set<string>()
  return (name) => {
    const slug = slugOf(name)
    let key = slug
    for (let number = 2; taken.has(key); number++) key = `${slug}-${number}`
    taken.add(key)
    return key
  }
}

/**
 * **Starter model**: a first model made of nothing but how much each event is used, so that an import opens on scores.
 * It is called a starter because nobody has judged yet which events matter.
 *
 * Its behaviors are the (at most seven) events done by most people, then most often; an event nobody did is left out.
 * Each is measured in `days`: bounded by the window, so that no single noisy event (one sent every minute, say)
 * drowns the others, as it would with `count`; and coming back on more days is what engagement means when nothing
 * else is known. Weights by reach: done by at least 50 % of the people 1, at least 10 % 3, fewer 5.
 *
 * @param events activity events with people and volume, in any order
 * @param totalPeople people with any activity
 * @returns a document to parse and publish; null where there is no event to build on
 *
 * Example: 100 people, login by 80, export by 10, invite by 3: weights 1, 3, 5.
 */
export function starterDocument(
  events: readonly EventUse[],
  totalPeople: number,
): EngagementDocumentInput | null {
  const used = events
    .filter(({ name, people }) => people > 0 && isUsable(name))
    .sort(byUse)
    .slice(0, MOST_BEHAVIORS)
  if (used.length === 0) return null

  const keyOf = keyMaker()
  return {
    kind: 'engagement',
    name: 'Starter model',
    behaviors: used.map(({ name, people }) => ({
      key: keyOf(name),
      name,
      match: { events: [name] },
      measure: { type: 'days' },
      weight: weightByReach(people, totalPeople),
    })),
    weighting: {
      mode: 'heuristic',
      source:
        'starter: the events most people do, each counted in days; ' +
        'weight 1 if at least half of the people do it, 3 if at least a tenth, else 5. Nobody has reviewed it yet.',
    },
    tiers: [
      {
        key: 'at-risk',
        name: 'At-risk',
        from: 0,
        strategy: 'Find out what stopped them, and help with the first thing they have not managed yet.',
      },
      {
        key: 'regular',
        name: 'Regular',
        from: 20,
        strategy: 'Show them the next thing that Power people already do.',
      },
      {
        key: 'power',
        name: 'Power',
        from: 80,
        strategy: 'Thank them, ask what they would miss most, and invite them to test and to recommend.',
      },
    ],
  }
}
