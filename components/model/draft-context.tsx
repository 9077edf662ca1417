'use client'
import { createContext, useContext } from 'react'

/** What every part of an editor asks of the draft under somebody's hands, whatever kind of model it is. */
export type DraftPlace = {
  /** Slug. */
  workspace: string
  modelId: string
  /** The zone of the workspace. */
  zone: string
  mayWrite: boolean
  /** Why the field at this path, or something below it, is refused: a sentence; null when all is well. */
  problemAt: (...path: (string | number)[]) => string | null
}

const DraftContext = createContext<DraftPlace | null>(null)

export const DraftProvider = DraftContext.Provider

export function useDraftPlace(): DraftPlace {
  const place = useContext(DraftContext)
  if (!place) throw new Error('useDraftPlace is used outside of a model page')
  return place
}
