'use client'
import type { ReactNode } from 'react'
import { useContactEditor } from '../contact-editor-context'
import { StarsWhatIfContextProvider } from './stars-what-if-context'
import { useStarsWhatIfState } from './use-stars-what-if-state'

/** What the draft would do, for everything on the page; of a draft that is being typed, of its last valid form. */
export function StarsWhatIfProvider({ children }: { children: ReactNode }) {
  const { workspace, modelId, lastValid, live } = useContactEditor()
  const state = useStarsWhatIfState(
    { workspace, model: modelId, liveVersion: live?.version ?? null },
    lastValid,
  )
  return <StarsWhatIfContextProvider value={state}>{children}</StarsWhatIfContextProvider>
}
