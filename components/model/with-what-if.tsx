'use client'
import { type ReactNode, useState } from 'react'
import { useEditor } from './editor-context'
import { useWhatIfState } from './use-what-if-state'
import { WhatIfProvider } from './what-if-context'

/** What the draft would do, for everything on the page; of a draft that is being typed, of its last valid form. */
export function WithWhatIf({ valid, children }: { valid: boolean; children: ReactNode }) {
  const { workspace, modelId, mayWrite, document, live } = useEditor()
  const [lastValid, setLastValid] = useState(document)
  if (valid && document !== lastValid) setLastValid(document)
  const state = useWhatIfState(
    { workspace, model: modelId, mayWrite, liveVersion: live?.version ?? null },
    lastValid,
  )
  return <WhatIfProvider value={state}>{children}</WhatIfProvider>
}
