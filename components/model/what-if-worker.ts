/// <reference lib="webworker" />
import { compileWhatIf } from '@/lib/scoring/engagement/what-if/compile-what-if'
import { liveSummary } from '@/lib/scoring/engagement/what-if/live-summary'
import { fetchColumns } from '@/lib/what-if/fetch-columns'
import type { WhatIfAnswer, WhatIfOrder } from './what-if-engine'

declare const self: DedicatedWorkerGlobalScope

let evaluate: ReturnType<typeof compileWhatIf> | null = null

const answer = (message: WhatIfAnswer) => self.postMessage(message)

async function load({
  workspace,
  model,
  population,
  reference,
  key,
}: Extract<WhatIfOrder, { kind: 'load' }>) {
  evaluate = null
  const [columns, pinned] = await Promise.all([
    fetchColumns(workspace, model, population, { live: true }),
    reference ? fetchColumns(workspace, model, reference, { live: false }) : null,
  ])
  evaluate = compileWhatIf(columns.population, {
    reference: pinned?.population,
    live: columns.live ?? undefined,
  })
  answer({ kind: 'loaded', key, live: columns.live && liveSummary(columns.live) })
}

/** Holds everybody's counts, and answers for one document after the other, so that the page stays quick. */
self.onmessage = ({ data }: MessageEvent<WhatIfOrder>) => {
  if (data.kind === 'load') {
    load(data).catch((error: unknown) =>
      answer({
        kind: 'failed',
        key: data.key,
        message: error instanceof Error ? error.message : String(error),
      }),
    )
    return
  }
  if (!evaluate) return
  try {
    const { whatIf } = evaluate(data.document)
    answer({ kind: 'result', sequence: data.sequence, whatIf })
  } catch (error) {
    answer({ kind: 'refused', sequence: data.sequence, message: String(error) })
  }
}
