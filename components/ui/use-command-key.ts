'use client'
import { useHydrated } from './use-hydrated'

/** What the command key is called here: ⌘ on a Mac, Ctrl elsewhere; null until the page is live. */
export function useCommandKey(): '⌘' | 'Ctrl' | null {
  const inBrowser = useHydrated()
  if (!inBrowser) return null
  return /mac/i.test(navigator.userAgent) ? '⌘' : 'Ctrl'
}
