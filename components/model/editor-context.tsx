'use client'
import { createContext, useContext } from 'react'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { WrittenDocument } from '@/lib/scoring/engagement/grammar/engagement'

/** The draft under the hands of somebody. */
export type Editor = {
  /** Slug. */
  workspace: string
  modelId: string
  /** The zone of the workspace. */
  zone: string
  mayWrite: boolean
  /** Every default filled. May hold what the grammar refuses while it is typed; it is then not saved. */
  document: WrittenDocument
  /** What is published. */
  live: { version: number; document: EngagementDocument } | null
  change: (update: (document: WrittenDocument) => WrittenDocument) => void
  /** Why the field at this path, or something below it, is refused: a sentence; null when all is well. */
  problemAt: (...path: (string | number)[]) => string | null
}

const EditorContext = createContext<Editor | null>(null)

export const EditorProvider = EditorContext.Provider

export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('useEditor is used outside of a model page')
  return editor
}
