import type { WrittenDocument } from '@/lib/scoring/engagement/grammar/engagement'

/** A key behavior as it is being written: what the grammar gives, though perhaps not yet what it accepts. */
export type WrittenBehavior = WrittenDocument['behaviors'][number]

/** The list with the entry at `from` standing at `to`; the same list when either is outside of it. */
export function moved<Entry>(entries: Entry[], from: number, to: number): Entry[] {
  const entry = entries[from]
  if (entry === undefined || to < 0 || to >= entries.length || from === to) return entries
  const rest = entries.toSpliced(from, 1)
  return rest.toSpliced(to, 0, entry)
}

/** The list with some fields of one entry set; all other entries stay the very same. */
export function patched<Entry extends object>(
  entries: Entry[],
  index: number,
  change: Partial<Entry>,
): Entry[] {
  const entry = entries[index]
  return entry === undefined ? entries : entries.with(index, { ...entry, ...change })
}

/** `wanted` when it is free, else with the first number from 2 on that makes it so. */
export function freeText(taken: readonly string[], wanted: string, join: string): string {
  if (!taken.includes(wanted)) return wanted
  for (let number = 2; ; number++) {
    const candidate = `${wanted}${join}${number}`
    if (!taken.includes(candidate)) return candidate
  }
}

/** A key from a name: `Ran a report` → `ran-a-report`, and `-2` behind it where that is taken. */
export function keyFrom(name: string, taken: readonly string[]): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
  return freeText(taken, slug || 'behavior', '-')
}

/** The list with a copy of an entry right behind it, under a key and a name of its own. */
export function duplicated(entries: WrittenBehavior[], index: number): WrittenBehavior[] {
  const entry = entries[index]
  if (!entry) return entries
  const key = freeText(
    entries.map((one) => one.key),
    `${entry.key}-copy`,
    '-',
  )
  const name = freeText(
    entries.map((one) => one.name),
    `${entry.name} (copy)`,
    ' ',
  )
  return entries.toSpliced(index + 1, 0, { ...structuredClone(entry), key, name })
}

/** What a new behavior is called until an event gives it a better name. */
export const UNNAMED = 'New behavior'

/** A behavior without events yet; of the middle weight, and of the middle value where values weigh. */
export function newBehavior(entries: readonly WrittenBehavior[], mode: string): WrittenBehavior {
  return {
    key: keyFrom(
      UNNAMED,
      entries.map(({ key }) => key),
    ),
    name: UNNAMED,
    enabled: true,
    value: mode === 'rfm' ? 3 : null,
    weight: 3,
    match: { any: [] },
    measure: { type: 'count' },
    kernel: { type: 'none' },
    cap: null,
    curve: { type: 'linear' },
  }
}

/** Names for the rows of a list that stay with their entry: its key, numbered where keys repeat. */
export function rowIds(entries: readonly { key: string }[]): string[] {
  const seen = new Map<string, number>()
  return entries.map(({ key }) => {
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    return times === 1 && key !== '' ? key : `${key}#${times}`
  })
}
