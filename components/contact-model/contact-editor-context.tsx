'use client'
import { createContext, type ReactNode, useContext } from 'react'
import { type DraftPlace, DraftProvider } from '@/components/model/draft-context'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import type { WrittenContactDocument } from '@/lib/scoring/contacts/grammar/contact'

/** The draft of a contact model under the hands of somebody. */
export type ContactEditor = DraftPlace & {
  /** Every default filled. May hold what the grammar refuses while it is typed; it is then not saved. */
  document: WrittenContactDocument
  /** The draft as it last was when the grammar took it: what numbers are made of while something is half typed. */
  lastValid: ContactDocument
  /** What is published. */
  live: { version: number; document: ContactDocument } | null
  change: (update: (document: WrittenContactDocument) => WrittenContactDocument) => void
}

const ContactEditorContext = createContext<ContactEditor | null>(null)

export function ContactEditorProvider({ value, children }: { value: ContactEditor; children: ReactNode }) {
  return (
    <ContactEditorContext.Provider value={value}>
      <DraftProvider value={value}>{children}</DraftProvider>
    </ContactEditorContext.Provider>
  )
}

export function useContactEditor(): ContactEditor {
  const editor = useContext(ContactEditorContext)
  if (!editor) throw new Error('useContactEditor is used outside of the page of a contact model')
  return editor
}
