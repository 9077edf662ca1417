import type { CatalogItem } from '@/lib/events/client'

/** An event one can count: its name with all that bears it. */
export type PickableEvent = { name: string; volume: number; people: number; properties: readonly string[] }

/**
 * The events of a catalog that a behavior can match, by name, the most people first. Activity alone; a name that both
 * is tracked and a page is one entry, with the volumes added and the larger number of people.
 */
export function pickableEvents(items: readonly CatalogItem[]): readonly PickableEvent[] {
  const byName = new Map<string, PickableEvent>()
  for (const { name, activity, volume, people, properties } of items) {
    if (!activity) continue
    const known = byName.get(name)
    byName.set(name, {
      name,
      volume: (known?.volume ?? 0) + volume,
      people: Math.max(known?.people ?? 0, people),
      properties: [...new Set([...(known?.properties ?? []), ...properties])].sort(),
    })
  }
  return [...byName.values()].sort((a, b) => b.people - a.people || b.volume - a.volume)
}

/** The keys that events of a name have carried; of any activity for `*`. */
export function propertiesOf(events: readonly PickableEvent[], name: string): readonly string[] {
  if (name !== '*') return events.find((event) => event.name === name)?.properties ?? []
  return [...new Set(events.flatMap(({ properties }) => properties))].sort()
}
