'use client'
import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { type ContactsView, viewOf } from '@/lib/contacts/view'
import type { ViewChange } from './contacts-filters'
import { listHref } from './list-href'

/** The view in the address, and a way to change parts of it. The page is not loaded anew, the model stays. */
export function useContactsView(workspace: string): [ContactsView, (change: ViewChange) => void] {
  const params = useSearchParams()
  const view = useMemo(() => viewOf(params), [params])
  const change = useCallback(
    (part: ViewChange) => {
      const query = new URLSearchParams(window.location.search)
      for (const [field, value] of Object.entries(part))
        if (value) query.set(field, value)
        else query.delete(field)
      const href = listHref(workspace, viewOf(query), query.get('model') ?? undefined)
      window.history.replaceState(null, '', href)
    },
    [workspace],
  )
  return [view, change]
}
