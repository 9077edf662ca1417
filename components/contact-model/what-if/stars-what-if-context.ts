'use client'
import { createContext, useContext } from 'react'
import type { StarsWhatIf } from '@/lib/scoring/contacts/what-if/compile-stars-what-if'
import type { LiveStarSummary } from './stars-engine'

/** What the draft of a contact model would do to everybody. */
export type StarsWhatIfState = {
  state: 'loading' | 'ready' | 'failed' | 'empty'
  /** Of the newest document that could be evaluated; null before the first. */
  result: StarsWhatIf | null
  /** The live version at the same instant; null without. */
  live: LiveStarSummary | null
  /** The instant the preview is of. */
  asOf: string | null
  /** A sentence about `failed` or `empty`. */
  message: string | null
  /** Tries again what failed. */
  again: () => void
}

const StarsWhatIfContext = createContext<StarsWhatIfState | null>(null)

export const StarsWhatIfContextProvider = StarsWhatIfContext.Provider

export function useStarsWhatIf(): StarsWhatIfState {
  const state = useContext(StarsWhatIfContext)
  if (!state) throw new Error('useStarsWhatIf is used outside of the page of a contact model')
  return state
}
