'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import type { WrittenDocument } from '@/lib/scoring/engagement/grammar/engagement'
import { readDraft } from './read-draft'

type Of = { workspace: string; model: string; etag: string; document: WrittenDocument }
type Draft = Awaited<ReturnType<typeof readDraft>>

/**
 * A page that one comes back to may be shown as it was: takes the draft that the server has by now, unless somebody has
 * begun to change what is shown.
 */
export function useNewestDraft({ workspace, model, etag, document }: Of, take: (draft: Draft) => void): void {
  const router = useRouter()
  const shown = useRef({ document, take })
  useEffect(() => {
    shown.current = { document, take }
  }, [document, take])
  useEffect(() => {
    let gone = false
    const opened = shown.current.document
    readDraft(workspace, model).then(
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
  }, [workspace, model, etag, router])
}
