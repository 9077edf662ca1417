'use client'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useSettled } from '@/components/ui/use-settled'
import { prepareStarsQuery, starsPreviewQuery } from '@/lib/contacts/what-if/client'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import type { StarsWhatIf } from '@/lib/scoring/contacts/what-if/compile-stars-what-if'
import { mappingKey } from '@/lib/scoring/contacts/what-if/star-columns'
import { type LiveStarSummary, StarsEngine } from './stars-engine'
import type { StarsWhatIfState } from './stars-what-if-context'

type Of = {
  workspace: string
  model: string
  /** The version that is published; null before the first. */
  liveVersion: number | null
}

/** While somebody types the name of an event, nothing is asked. */
const PAUSE_MS = 350

/**
 * What the draft does to everybody, again with each change. Everybody's actions are fetched once and rated again in a
 * worker of the browser; of more of them than a browser should hold, the server is asked.
 *
 * @param document the newest one that the grammar accepts
 */
export function useStarsWhatIfState(
  { workspace, model, liveVersion }: Of,
  document: ContactDocument,
): StarsWhatIfState {
  const mapping = useMemo(() => mappingKey(document), [document])
  const settledMapping = useSettled(mapping, PAUSE_MS)
  const prepared = useQuery(prepareStarsQuery(workspace, model, settledMapping, () => document, liveVersion))
  const ready = prepared.data ?? null
  const isEmpty = ready !== null && ready.contacts === 0
  const inBrowser = ready !== null && ready.inBrowser && !isEmpty

  const engine = useRef<StarsEngine | null>(null)
  const [result, setResult] = useState<StarsWhatIf | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [loaded, setLoaded] = useState<{ key: string; live: LiveStarSummary | null } | null>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    const made = new StarsEngine({
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

  const key = inBrowser ? `${settledMapping} ${liveVersion} ${attempt}` : null
  useEffect(() => {
    if (key) engine.current?.load(key, { workspace, model, mapping: settledMapping })
  }, [key, settledMapping, workspace, model])
  // Only documents that the actions at hand can answer for.
  const answerable = key !== null && mapping === settledMapping
  useEffect(() => {
    if (answerable) engine.current?.evaluate(document)
  }, [answerable, document, key])

  const asked = useSettled(document, 120)
  const remote = useQuery({
    ...starsPreviewQuery(workspace, model, asked, 0),
    enabled: ready !== null && !ready.inBrowser && !isEmpty,
  })

  const error = failure ?? prepared.error?.message ?? remote.error?.message ?? null
  const isLoading = inBrowser ? loaded?.key !== key || result === null : remote.data === undefined
  return {
    state: error ? 'failed' : isEmpty ? 'empty' : ready === null || isLoading ? 'loading' : 'ready',
    result: inBrowser ? result : (remote.data ?? null),
    live: inBrowser ? (loaded?.live ?? null) : (remote.data?.live ?? null),
    asOf: ready?.asOf ?? null,
    message:
      error ?? (isEmpty ? 'Nobody has a contact action yet: connect a provider, or import a file.' : null),
    again: () => {
      setFailure(null)
      setAttempt(attempt + 1)
      void prepared.refetch()
      if (remote.isError) void remote.refetch()
    },
  }
}
