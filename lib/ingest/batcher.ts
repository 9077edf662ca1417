import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { AppError } from '@/lib/server/errors'
import type { IncomingEvent, Verdict } from './incoming-event'
import { type RejectedEvent, recordRejected } from './record-rejected'
import { withStores } from './store-away'
import { writeIncoming } from './write-events'

/** What one request brings. */
export type Delivery = {
  items: readonly IncomingEvent[]
  rejected: readonly RejectedEvent[]
  /** Size of the request's body: what waiting costs in memory. */
  bytes: number
}

type Waiting = Delivery & { resolve: (verdicts: Verdict[]) => void; reject: (error: unknown) => void }
type Queue = { waiting: Waiting[]; size: number; bytes: number; isFlushing: boolean }

export type BatcherLimits = {
  /** Most events that wait or are being written, of one workspace and of all. */
  events: number
  totalEvents: number
  /** Most bytes of their bodies. */
  bytes: number
  totalBytes: number
  /** Most events of one write. */
  flushEvents: number
}

const defaultLimits: BatcherLimits = {
  events: 50_000,
  totalEvents: 200_000,
  bytes: 32 * 1024 * 1024,
  totalBytes: 128 * 1024 * 1024,
  flushEvents: 5_000,
}

/**
 * Gathers the requests of a workspace into one write: the first one is written at once, those that come meanwhile
 * wait for it and are written together. A request is answered when its events are on disk. When a write fails,
 * exactly its requests fail.
 */
export class Batcher {
  private readonly queues = new Map<WorkspaceId, Queue>()
  private readonly total = { size: 0, bytes: 0 }

  constructor(
    private readonly limits: BatcherLimits = defaultLimits,
    private readonly write: typeof writeIncoming = writeIncoming,
  ) {}

  /** The verdicts of the delivery's items. Throws `busy` when too much waits already, `unavailable` when writing failed. */
  add(workspaceId: WorkspaceId, delivery: Delivery): Promise<Verdict[]> {
    const queue = this.queues.get(workspaceId) ?? { waiting: [], size: 0, bytes: 0, isFlushing: false }
    const size = sizeOf(delivery)
    const { limits, total } = this
    const isFull =
      queue.size + size > limits.events ||
      total.size + size > limits.totalEvents ||
      queue.bytes + delivery.bytes > limits.bytes ||
      total.bytes + delivery.bytes > limits.totalBytes
    if (isFull) throw new AppError('busy', 'Too many events are waiting to be written. Try again.')

    this.queues.set(workspaceId, queue)
    this.count(queue, size, delivery.bytes)
    return new Promise((resolve, reject) => {
      queue.waiting.push({ ...delivery, resolve, reject })
      if (!queue.isFlushing) void this.drain(workspaceId, queue)
    })
  }

  private async drain(workspaceId: WorkspaceId, queue: Queue): Promise<void> {
    queue.isFlushing = true
    // Requests that arrive in the same turn go together.
    await new Promise((resolve) => setImmediate(resolve))
    while (queue.waiting.length > 0) {
      const batch = this.next(queue)
      await this.flush(workspaceId, batch)
      for (const delivery of batch) this.count(queue, -sizeOf(delivery), -delivery.bytes)
    }
    queue.isFlushing = false
    this.queues.delete(workspaceId)
  }

  private next(queue: Queue): Waiting[] {
    let events = 0
    const end = queue.waiting.findIndex(({ items }, index) => {
      events += items.length
      return index > 0 && events > this.limits.flushEvents
    })
    return queue.waiting.splice(0, end === -1 ? queue.waiting.length : end)
  }

  private async flush(workspaceId: WorkspaceId, batch: readonly Waiting[]): Promise<void> {
    try {
      const verdicts = await withStores('events could not be written', async () => {
        const [verdicts] = await Promise.all([
          this.write(
            workspaceId,
            batch.flatMap(({ items }) => items),
          ),
          recordRejected(batch.flatMap(({ rejected }) => rejected)),
        ])
        return verdicts
      })
      let from = 0
      for (const { items, resolve } of batch) resolve(verdicts.slice(from, (from += items.length)))
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }

  private count(queue: Queue, size: number, bytes: number): void {
    queue.size += size
    queue.bytes += bytes
    this.total.size += size
    this.total.bytes += bytes
  }
}

const sizeOf = ({ items, rejected }: Delivery): number => items.length + rejected.length

const kept = globalThis as unknown as { ingestBatcher?: Batcher }

/** The one of this process. */
export const batcher = (): Batcher => (kept.ingestBatcher ??= new Batcher())
