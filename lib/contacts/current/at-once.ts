/** Ranges of people that are rated side by side: a statement of a job has one thread. */
export const RANGES_AT_ONCE = 2

/**
 * Does the work for each item, so many at once. After a failure nothing more is begun; it is thrown when all that was
 * begun has ended.
 */
export async function atOnce<Item>(
  items: Iterable<Item>,
  most: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = items[Symbol.iterator]()
  let failed = false
  const worker = async () => {
    for (let next = left.next(); !next.done && !failed; next = left.next()) {
      await work(next.value).catch((error: unknown) => {
        failed = true
        throw error
      })
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: most }, worker))
  for (const one of ended) if (one.status === 'rejected') throw one.reason
}
