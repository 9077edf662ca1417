import { BoundedCache } from './bounded-cache'

/**
 * What one process knows to be written, to spare looking it up or writing it again. Nothing depends on it: an empty
 * memory gives the same answers.
 */
export class WriteMemory {
  /** Message ids in the ledger. */
  readonly known = new BoundedCache<true>(200_000)
  readonly identities = new BoundedCache<true>(100_000)
  /** Claims that are stored and followed. */
  readonly claims = new BoundedCache<true>(100_000)
  /** The account a person was last written with, and when that was. */
  readonly accounts = new BoundedCache<{ accountId: string; joinedAt: number }>(50_000)
  readonly properties = new BoundedCache<true>(20_000)
}
