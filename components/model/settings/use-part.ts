'use client'
import { useEditor } from '@/components/model/editor-context'
import type { WrittenDocument } from '@/lib/scoring/engagement/grammar/engagement'

type Part = 'window' | 'population' | 'weighting' | 'normalisation' | 'lifecycle' | 'outcomes'

/** A part of the draft and the way to change some of its fields. */
export function usePart<Name extends Part>(
  name: Name,
): [WrittenDocument[Name], (changes: Partial<WrittenDocument[Name]>) => void] {
  const { document, change } = useEditor()
  return [document[name], (changes) => change((now) => ({ ...now, [name]: { ...now[name], ...changes } }))]
}
