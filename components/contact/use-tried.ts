'use client'
import { useState } from 'react'
import type { SentAction } from '@/lib/scoring/contacts/grammar/action-names'

/** So many actions at most: what the simulator of the API takes. */
const MOST = 100

export type Tried = {
  actions: readonly SentAction[]
  isFull: boolean
  add: (action: SentAction) => void
  undo: () => void
  clear: () => void
}

/** What somebody tries in the simulator, oldest first; kept nowhere. */
export function useTried(): Tried {
  const [actions, setActions] = useState<readonly SentAction[]>([])
  return {
    actions,
    isFull: actions.length >= MOST,
    add: (action) => setActions((before) => [...before, action].slice(0, MOST)),
    undo: () => setActions((before) => before.slice(0, -1)),
    clear: () => setActions([]),
  }
}
