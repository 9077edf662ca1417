'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { afterSaves } from './saves-under-way'
import { type KeptDraft, readDraft, type ReadDocument } from './read-draft'

type Of<Document> = {
  workspace: string
  model: string
  etag: string
  document: Document
  readDocument: ReadDocument<Document>
}

/**
 * A page that one comes back to may be shown as it was, and what was changed when it was left may still be on its way:
 * takes the draft that the server has by now, unless somebody has begun to change what is shown.
 */
export function useNewestDraft<Document>(
  { workspace, model, etag, document, readDocument }: Of<Document>,
  take: (draft: KeptDraft<Document>) => void,
): void {
  const router = useRouter()
  const shown = useRef({ document, take })
  useEffect(() => {
    shown.current = { document, take }
  }, [document, take])
  useEffect(() => {
    let gone = false
    const opened = shown.current.document
    afterSaves(model)
      .then(() => readDraft(workspace, model, readDocument))
      .then(
        (draft) => {
          if (gone || draft.etag === etag || shown.current.document !== opened) return
          shown.current.take(draft)
          router.refresh()
        },
        () => undefined, // A draft that changed meanwhile is told of by the next save.
      )
    return () => {
      gone = true
    }
    // Once for what the page came with.
  }, [workspace, model, etag, readDocument, router])
}
