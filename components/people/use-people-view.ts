'use client'
import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { type PeopleView, addressOf, viewOf } from '@/lib/people/view'

/** The view in the address, and a way to change parts of it. The page is not loaded anew. */
export function usePeopleView(): [PeopleView, (change: PeopleView) => void] {
  const params = useSearchParams()
  const view = useMemo(() => viewOf(params), [params])
  const change = useCallback((part: PeopleView) => {
    const now = viewOf(new URLSearchParams(window.location.search))
    window.history.replaceState(null, '', window.location.pathname + addressOf({ ...now, ...part }))
  }, [])
  return [view, change]
}
