type Kept = { value: Promise<unknown>; until: number }

// One for all bundles of the process, like the warehouse's client.
const process = globalThis as unknown as { keptShortly?: Map<string, Kept> }

/** An answer is used for so many times as long as it took. */
const TIMES = 10

/** Above that it is dropped with the oldest of them. */
const MOST = 1000

/**
 * What is dear to find out and asked over and over: it is found out once for all who ask at a time, and kept for ten times
 * as long as that took. So of a small list the answer is always new, and that of a large one costs a tenth of the time.
 */
export async function keptShortly<Value>(key: string, find: () => Promise<Value>): Promise<Value> {
  process.keptShortly ??= new Map()
  const kept = process.keptShortly
  const known = kept.get(key)
  if (known && performance.now() < known.until) return known.value as Promise<Value>
  const started = performance.now()
  const value = find()
  const entry: Kept = { value, until: Infinity }
  kept.delete(key)
  kept.set(key, entry)
  if (kept.size > MOST) kept.delete(kept.keys().next().value ?? '')
  try {
    const found = await value
    const now = performance.now()
    entry.until = now + TIMES * (now - started)
    return found
  } catch (error) {
    if (kept.get(key) === entry) kept.delete(key)
    throw error
  }
}
