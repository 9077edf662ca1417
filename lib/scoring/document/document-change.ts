import type { DocumentPath } from './document-problem'

/** One difference between two documents. */
export type DocumentChange = {
  /** In the later document; of what was removed, of the list it was in. */
  path: DocumentPath
  /** `Ran a report: weight 5 → 3`. */
  words: string
  /** For a line of several: `Ran a report 5 → 3`. */
  short: string
}

/** Whether two parts of documents hold the same, whatever the order of their fields. */
export function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other || (Number.isNaN(one) && Number.isNaN(other))
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  const valueOf = (part: object, key: string): unknown => (part as Record<string, unknown>)[key]
  return [...keys].every((key) => isSame(valueOf(one, key), valueOf(other, key)))
}

/**
 * The change of a field: `<label> <before> → <after>`. Where both read alike (a text `3` for a number 3, say), that it
 * is written differently.
 */
export function fieldChange(
  path: DocumentPath,
  [label, short]: readonly [label: string, short: string],
  before: string,
  after: string,
): DocumentChange {
  const arrow = before === after ? 'is written differently' : `${before} → ${after}`
  return { path, words: `${label} ${arrow}`, short: `${short} ${arrow}` }
}

type Keyed = { readonly key: string }

type ListWords<Entry> = {
  /** Where the list stands. */
  path: DocumentPath
  /** `Behaviors`. */
  name: string
  called: (entry: Entry) => string
  /** What is told of a new one beside its name. */
  details: (entry: Entry) => string
  changed: (before: Entry, after: Entry, path: DocumentPath) => readonly DocumentChange[]
}

/** What was added to a list whose entries have keys, removed from it, changed in it, and whether it was reordered. */
export function listChanges<Entry extends Keyed>(
  before: readonly Entry[],
  after: readonly Entry[],
  { path, name, called, details, changed }: ListWords<Entry>,
): readonly DocumentChange[] {
  const keysOf = (entries: readonly Entry[], others: readonly Entry[]) =>
    entries.map(({ key }) => key).filter((key) => others.some((other) => other.key === key))
  const entries = after.flatMap((entry, index): readonly DocumentChange[] => {
    const here = [...path, index]
    const old = before.find(({ key }) => key === entry.key)
    if (old) return changed(old, entry, here)
    const added = `Added ${called(entry)}`
    return [{ path: here, words: `${added} (${details(entry)})`, short: added }]
  })
  const removed = before
    .filter(({ key }) => !after.some((entry) => entry.key === key))
    .map((entry) => ({ path, words: `Removed ${called(entry)}`, short: `Removed ${called(entry)}` }))
  const reordered = `${name} reordered`
  const moved = isSame(keysOf(before, after), keysOf(after, before))
    ? []
    : [{ path, words: reordered, short: reordered }]
  return [...entries, ...removed, ...moved]
}
