'use client'
import { createContext, useContext } from 'react'
import type { LiveSummary } from '@/lib/scoring/engagement/what-if/live-summary'
import type { WhatIf } from '@/lib/scoring/engagement/what-if/what-if'

/** What the draft would do to everybody. */
export type WhatIfState = {
  /** `counting`: something has to be asked of the events first; the last result stays meanwhile. */
  state: 'loading' | 'counting' | 'ready' | 'failed' | 'empty'
  /** Of the newest document that could be evaluated; null before the first. */
  result: WhatIf | null
  /** The scores of the live version at the same instant; null without. */
  live: (LiveSummary & { version: number }) | null
  /** The instant the preview is of. */
  asOf: string | null
  /** People in the population, whatever their state. */
  people: number | null
  /** 0 to 1 while counting. */
  progress: number | null
  /** A sentence about `failed`, `empty` or what is being counted. */
  message: string | null
  /** Stops the counting; null where there is nothing to stop or no right to. */
  cancel: (() => void) | null
  /** Tries again what failed or was stopped. */
  again: () => void
}

const WhatIfContext = createContext<WhatIfState | null>(null)

export const WhatIfProvider = WhatIfContext.Provider

export function useWhatIf(): WhatIfState {
  const state = useContext(WhatIfContext)
  if (!state) throw new Error('useWhatIf is used outside of a model page')
  return state
}
