import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { LiveSummary } from '@/lib/scoring/engagement/what-if/live-summary'
import type { WhatIf } from '@/lib/scoring/engagement/what-if/what-if'

/** Where the columns of a population are: see `what-if.prepare`. */
export type Columns = {
  workspace: string
  model: string
  population: string
  /** Of a frozen model: the people of its pinned day. */
  reference: string | null
}

export type WhatIfOrder =
  | ({ kind: 'load'; key: string } & Columns)
  | { kind: 'evaluate'; sequence: number; document: EngagementDocument }

export type WhatIfAnswer =
  | { kind: 'loaded'; key: string; live: LiveSummary | null }
  | { kind: 'failed'; key: string; message: string }
  | { kind: 'result'; sequence: number; whatIf: WhatIf }
  | { kind: 'refused'; sequence: number; message: string }

type Told = {
  onLoaded: (key: string, live: LiveSummary | null) => void
  onFailed: (message: string) => void
  onResult: (whatIf: WhatIf) => void
}

/**
 * The worker that re-scores everybody. One document is evaluated at a time; of those that come meanwhile only the
 * newest is kept, so that a drag never runs behind.
 */
export class WhatIfEngine {
  private readonly worker: Worker
  private sequence = 0
  private busy = false
  private waiting: EngagementDocument | null = null
  private loading: string | null = null

  constructor(private readonly told: Told) {
    this.worker = new Worker(new URL('./what-if-worker.ts', import.meta.url), { type: 'module' })
    this.worker.onmessage = ({ data }: MessageEvent<WhatIfAnswer>) => this.take(data)
    this.worker.onerror = () => told.onFailed('The preview stopped. Reload the page to go on.')
  }

  load(key: string, columns: Columns): void {
    this.loading = key
    this.busy = false
    this.waiting = null
    this.order({ kind: 'load', key, ...columns })
  }

  evaluate(document: EngagementDocument): void {
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

  private order(order: WhatIfOrder): void {
    this.worker.postMessage(order)
  }

  private take(answer: WhatIfAnswer): void {
    if (answer.kind === 'loaded' || answer.kind === 'failed') {
      if (answer.key !== this.loading) return
      this.loading = null
      if (answer.kind === 'failed') this.told.onFailed(answer.message)
      else this.told.onLoaded(answer.key, answer.live)
      this.next()
      return
    }
    if (answer.sequence !== this.sequence || this.loading) return
    this.busy = false
    if (answer.kind === 'result') this.told.onResult(answer.whatIf)
    else this.told.onFailed(answer.message)
    this.next()
  }

  private next(): void {
    const document = this.waiting
    this.waiting = null
    if (document) this.evaluate(document)
  }
}
