'use client'
import { useMemo, useSyncExternalStore } from 'react'
import { type FirstMinutes, keptText, onFirstMinutes, parseFirstMinutes } from './done-steps'

/**
 * How far this browser is with the list of a workspace. Null on the server, until the page is live, and where the
 * browser keeps nothing: a list that cannot be put away is not shown.
 */
export function useFirstMinutes(workspace: string): FirstMinutes | null {
  const text = useSyncExternalStore(
    onFirstMinutes,
    () => keptText(workspace),
    () => undefined,
  )
  return useMemo(() => (text === undefined ? null : parseFirstMinutes(text)), [text])
}
