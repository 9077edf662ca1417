type Known = { name: string; people: number; volume: number }

/** Names of the catalog that contain a text, whatever its case, those done by most people first. */
export function foundEvents<Event extends Known>(
  events: readonly Event[],
  search: string,
  most: number,
): { shown: readonly Event[]; more: number } {
  const words = search.trim().toLowerCase()
  const found = events
    .filter(({ name }) => name.toLowerCase().includes(words))
    .sort((a, b) => b.people - a.people || b.volume - a.volume)
  return { shown: found.slice(0, most), more: Math.max(0, found.length - most) }
}
