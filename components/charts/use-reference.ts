'use client'
import { useSearchParams } from 'next/navigation'
import { useCallback } from 'react'
import type { Reference } from '@/lib/people/schema'

/** Against whom charts over time place scores: in the address, frozen unless it says otherwise. */
export function useReference(): [Reference, (reference: Reference) => void] {
  const reference = useSearchParams().get('reference') === 'rolling' ? 'rolling' : 'frozen'
  const change = useCallback((next: Reference) => {
    const params = new URLSearchParams(window.location.search)
    if (next === 'rolling') params.set('reference', next)
    else params.delete('reference')
    const query = params.size > 0 ? `?${params}` : ''
    window.history.replaceState(null, '', window.location.pathname + query)
  }, [])
  return [reference, change]
}
