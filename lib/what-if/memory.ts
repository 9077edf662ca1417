import { LRUCache } from 'lru-cache'

type Kept = { bytes: number; value: unknown }

/** A million people with ten behaviors are about a hundred megabytes, and as much again to evaluate them. */
const MOST_BYTES = 700 * 1024 * 1024

// One for all bundles of the process, like the warehouse's client.
const kept = globalThis as unknown as {
  whatIf?: { cache: LRUCache<string, Kept>; pending: Map<string, Promise<Kept>> }
}

function store() {
  kept.whatIf ??= {
    cache: new LRUCache<string, Kept>({
      maxSize: MOST_BYTES,
      sizeCalculation: ({ bytes }) => Math.max(1, bytes),
      ttl: 3_600_000,
    }),
    pending: new Map(),
  }
  return kept.whatIf
}

/**
 * What is known under a key, from memory or loaded, once however many ask at the same time. What was used longest ago
 * is forgotten when there is too much; what was loaded under a key must never change.
 */
export async function remembered<V>(
  key: string,
  bytesOf: (value: V) => number,
  load: () => Promise<V>,
): Promise<V> {
  const { cache, pending } = store()
  const found = cache.get(key) ?? (await pending.get(key))
  if (found) return found.value as V
  const loading = load().then((value) => ({ bytes: bytesOf(value), value }))
  pending.set(key, loading)
  try {
    const entry = await loading
    cache.set(key, entry)
    return entry.value
  } finally {
    pending.delete(key)
  }
}
