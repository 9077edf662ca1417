/// <reference lib="webworker" />
import { fetchStarColumns } from '@/lib/contacts/what-if/fetch-star-columns'
import { compileStarsWhatIf } from '@/lib/scoring/contacts/what-if/compile-stars-what-if'
import { starSummary } from '@/lib/scoring/contacts/what-if/star-summary'
import type { StarsOrder, StarsReply } from './stars-engine'

declare const self: DedicatedWorkerGlobalScope

let evaluate: ReturnType<typeof compileStarsWhatIf> | null = null

const reply = (message: StarsReply) => self.postMessage(message)

async function load({ workspace, model, mapping, key }: Extract<StarsOrder, { kind: 'load' }>) {
  evaluate = null
  const { columns, live } = await fetchStarColumns(workspace, model, mapping)
  evaluate = compileStarsWhatIf(columns, live)
  const summary = live && { ...starSummary(live.scores, live.stars), version: live.version }
  reply({ kind: 'loaded', key, live: summary })
}

/** Holds everybody's actions, and answers for one document after the other, so that the page stays quick. */
self.onmessage = ({ data }: MessageEvent<StarsOrder>) => {
  if (data.kind === 'load') {
    load(data).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error)
      reply({ kind: 'failed', key: data.key, message })
    })
    return
  }
  if (!evaluate) return
  try {
    const { whatIf } = evaluate(data.document)
    reply({ kind: 'result', sequence: data.sequence, whatIf })
  } catch (error) {
    reply({ kind: 'refused', sequence: data.sequence, message: String(error) })
  }
}
