'use client'
import { createContext, type ReactNode, useContext } from 'react'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { WrittenDocument } from '@/lib/scoring/engagement/grammar/engagement'
import { type DraftPlace, DraftProvider } from './draft-context'

/** The draft under the hands of somebody. */
export type Editor = DraftPlace & {
  /** Every default filled. May hold what the grammar refuses while it is typed; it is then not saved. */
  document: WrittenDocument
  /** What is published. */
  live: { version: number; document: EngagementDocument } | null
  change: (update: (document: WrittenDocument) => WrittenDocument) => void
}

const EditorContext = createContext<Editor | null>(null)

export function EditorProvider({ value, children }: { value: Editor; children: ReactNode }) {
  return (
    <EditorContext.Provider value={value}>
      <DraftProvider value={value}>{children}</DraftProvider>
    </EditorContext.Provider>
  )
}

export function useEditor(): Editor {
  const editor = useContext(EditorContext)
  if (!editor) throw new Error('useEditor is used outside of a model page')
  return editor
}
