'use client'
import { useCallback } from 'react'
import { useEditor } from '../editor-context'

/** Writes the cuts between tiers into the draft: the lower edges of all tiers but the first. */
export function useMoveCuts(): (cuts: readonly number[]) => void {
  const { change } = useEditor()
  return useCallback(
    (cuts) =>
      change((document) => ({
        ...document,
        tiers: document.tiers.map((tier, index) =>
          index === 0 ? tier : { ...tier, from: cuts[index - 1] ?? tier.from },
        ),
      })),
    [change],
  )
}
