'use client'
import { useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { type Compared, addressOfCompared, comparedIn } from '@/lib/models/compared-in'

/** The comparison in the address, and a way to ask for another. The page is not loaded anew. */
export function useCompared(): [Compared, (change: Compared) => void] {
  const params = useSearchParams()
  const compared = useMemo(() => comparedIn(params), [params])
  const change = useCallback((part: Compared) => {
    const now = comparedIn(new URLSearchParams(window.location.search))
    const address = window.location.pathname + addressOfCompared({ ...now, ...part })
    window.history.replaceState(null, '', address)
  }, [])
  return [compared, change]
}
