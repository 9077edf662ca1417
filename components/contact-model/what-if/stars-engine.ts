import type { ContactDocument } from '@/lib/scoring/contacts/document'
import type { StarsWhatIf } from '@/lib/scoring/contacts/what-if/compile-stars-what-if'
import type { StarSummary } from '@/lib/scoring/contacts/what-if/star-summary'

/** Whose actions are loaded. `mapping` as `mappingKey` writes it. */
export type StarsSource = { workspace: string; model: string; mapping: string }

/** How the live version rates the same contacts. */
export type LiveStarSummary = StarSummary & { version: number }

export type StarsOrder =
  | ({ kind: 'load'; key: string } & StarsSource)
  | { kind: 'evaluate'; sequence: number; document: ContactDocument }

export type StarsReply =
  | { kind: 'loaded'; key: string; live: LiveStarSummary | null }
  | { kind: 'failed'; key: string; message: string }
  | { kind: 'result'; sequence: number; whatIf: StarsWhatIf }
  | { kind: 'refused'; sequence: number; message: string }

type Told = {
  onLoaded: (key: string, live: LiveStarSummary | null) => void
  onFailed: (message: string) => void
  onResult: (whatIf: StarsWhatIf) => void
}

/**
 * The worker that rates everybody again. One document is evaluated at a time; of those that come meanwhile only the
 * newest is kept, so that a drag never runs behind.
 */
export class StarsEngine {
  private readonly worker: Worker
  private sequence = 0
  private busy = false
  private waiting: ContactDocument | null = null
  private loading: string | null = null

  constructor(private readonly told: Told) {
    this.worker = new Worker(new URL('./stars-worker.ts', import.meta.url), { type: 'module' })
    this.worker.onmessage = ({ data }: MessageEvent<StarsReply>) => this.take(data)
    this.worker.onerror = () => told.onFailed('The preview stopped. Reload the page to go on.')
  }

  load(key: string, source: StarsSource): void {
    this.loading = key
    this.busy = false
    this.waiting = null
    this.order({ kind: 'load', key, ...source })
  }

  evaluate(document: ContactDocument): void {
    if (this.busy || this.loading) {
      this.waiting = document
      return
    }
    this.busy = true
    this.sequence += 1
    this.order({ kind: 'evaluate', sequence: this.sequence, document })
  }

  stop(): void {
    this.worker.terminate()
  }

  private order(order: StarsOrder): void {
    this.worker.postMessage(order)
  }

  private take(reply: StarsReply): void {
    if (reply.kind === 'loaded' || reply.kind === 'failed') {
      if (reply.key !== this.loading) return
      this.loading = null
      if (reply.kind === 'failed') this.told.onFailed(reply.message)
      else this.told.onLoaded(reply.key, reply.live)
      this.next()
      return
    }
    if (reply.sequence !== this.sequence || this.loading) return
    this.busy = false
    if (reply.kind === 'result') this.told.onResult(reply.whatIf)
    else this.told.onFailed(reply.message)
    this.next()
  }

  private next(): void {
    const document = this.waiting
    this.waiting = null
    if (document) this.evaluate(document)
  }
}
