'use client'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useSettled } from '@/components/ui/use-settled'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import { countKey, populationKey } from '@/lib/scoring/engagement/what-if/population'
import type { LiveSummary } from '@/lib/scoring/engagement/what-if/live-summary'
import type { WhatIf } from '@/lib/scoring/engagement/what-if/what-if'
import { cancelPreview } from '@/lib/what-if/actions'
import { prepareAgain, prepareQuery, previewQuery } from '@/lib/what-if/client'
import { maxRowsInBrowser } from '@/lib/what-if/schema'
import type { WhatIfState } from './what-if-context'
import { WhatIfEngine } from './what-if-engine'

type Of = {
  workspace: string
  model: string
  mayWrite: boolean
  /** The version that is published; null before the first. */
  liveVersion: number | null
}

/** How often is asked whether a version that was just published has scores. */
const SCORED_MS = 2_000
const COUNTED_MS = 500

/** Of all that a preview asks of the events: while it stays the same, nothing has to be counted. */
export function countingKey(document: EngagementDocument): string {
  const { reference } = document.normalisation
  const counted = [...new Set(document.behaviors.map(countKey))].sort()
  return JSON.stringify([populationKey(document), counted, reference.type === 'frozen' && reference.asOf])
}

const PAUSE_MS = 350

/**
 * What the draft does to everybody, again with each change. Everybody's counts are fetched once and re-scored in a
 * worker of the browser; of more people than a browser should hold, the server is asked.
 *
 * @param document the newest one that the grammar accepts
 */
export function useWhatIfState(
  { workspace, model, mayWrite, liveVersion }: Of,
  document: EngagementDocument,
): WhatIfState {
  const key = useMemo(() => countingKey(document), [document])
  const settled = useSettled(document, PAUSE_MS)
  const settledKey = useMemo(() => countingKey(settled), [settled])

  const prepare = prepareQuery(workspace, model, settledKey, () => settled)
  const prepared = useQuery({
    ...prepare,
    refetchInterval: ({ state: { data } }) => {
      if (data?.state === 'counting') return COUNTED_MS
      const isBehind = data?.state === 'ready' && liveVersion !== null && data.live?.version !== liveVersion
      return isBehind && SCORED_MS
    },
  })
  const ready = prepared.data?.state === 'ready' ? prepared.data : null
  const inBrowser = ready !== null && ready.people <= maxRowsInBrowser

  const engine = useRef<WhatIfEngine | null>(null)
  const [result, setResult] = useState<WhatIf | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [loaded, setLoaded] = useState<{ key: string; live: LiveSummary | null } | null>(null)
  useEffect(() => {
    const made = new WhatIfEngine({
      onLoaded: (key, live) => setLoaded({ key, live }),
      onFailed: setFailure,
      onResult: (whatIf) => {
        setFailure(null)
        setResult(whatIf)
      },
    })
    engine.current = made
    return () => made.stop()
  }, [])

  const population = ready?.population
  const reference = ready?.reference?.id ?? null
  const columnsKey = inBrowser ? `${population} ${reference}` : null
  useEffect(() => {
    if (!columnsKey || !population) return
    engine.current?.load(columnsKey, { workspace, model, population, reference })
  }, [columnsKey, population, reference, workspace, model])
  // Only documents that the columns at hand can answer for.
  const answerable = inBrowser && key === settledKey
  useEffect(() => {
    if (answerable) engine.current?.evaluate(document)
  }, [answerable, document, columnsKey])

  const asked = useSettled(document, 60)
  const remote = useQuery({
    ...previewQuery(workspace, model, asked, 0),
    enabled: ready !== null && !inBrowser,
  })

  const cancel = async (id: string) => {
    await cancelPreview(workspace, { id })
    await prepared.refetch()
  }
  const again = async () => {
    setFailure(null)
    await prepareAgain(workspace, model, settled)
    await prepared.refetch()
  }
  const counting = prepared.data?.state === 'counting' ? prepared.data : null
  return {
    state: stateOf(prepared.data?.state, {
      failed: prepared.isError || failure !== null || remote.isError,
      loading:
        key !== settledKey || (inBrowser ? loaded?.key !== columnsKey : ready !== null && !remote.data),
    }),
    result: inBrowser || !remote.data ? result : remote.data.whatIf,
    live: liveOf(ready?.live?.version, inBrowser ? loaded?.live : remote.data?.live),
    asOf: prepared.data && 'asOf' in prepared.data ? prepared.data.asOf : null,
    people: ready?.people ?? null,
    progress: counting?.progress ?? null,
    message:
      failure ??
      prepared.error?.message ??
      remote.error?.message ??
      counting?.phase ??
      (prepared.data && 'message' in prepared.data ? prepared.data.message : null),
    cancel: counting && mayWrite ? () => void cancel(counting.id) : null,
    again: () => void again(),
  }
}

const liveOf = (version: number | undefined, live: LiveSummary | null | undefined): WhatIfState['live'] =>
  version !== undefined && live ? { ...live, version } : null

function stateOf(
  prepared: 'ready' | 'counting' | 'failed' | 'empty' | undefined,
  { failed, loading }: { failed: boolean; loading: boolean },
): WhatIfState['state'] {
  if (failed) return 'failed'
  if (prepared === undefined) return 'loading'
  if (prepared !== 'ready') return prepared
  return loading ? 'loading' : 'ready'
}
