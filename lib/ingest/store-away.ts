import { AppError } from '@/lib/server/errors'
import { log } from '@/lib/server/log'

/** What a wrong program throws; everything else that a store's client throws means that the store is away. */
const bugs = [TypeError, RangeError, ReferenceError, SyntaxError]

/**
 * Does what needs the stores. Their failures become `unavailable` (503), so that senders try again; the cause is
 * logged. Answers meant for the caller and programming errors pass through.
 */
export async function withStores<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const passes =
      error instanceof AppError ? error.code !== 'unavailable' : bugs.some((bug) => error instanceof bug)
    if (passes) throw error
    log().error({ err: error }, what)
    throw error instanceof AppError
      ? error
      : new AppError('unavailable', 'The store is away for the moment. Try again.')
  }
}
