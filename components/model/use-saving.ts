'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { actionValue } from '@/lib/api/action-value'
import { discardDraft, putDraft } from '@/lib/models/actions'
import { noteSave } from './saves-under-way'
import { useLeaving } from './use-leaving'
import { whyRefused } from './why-refused'
import type { KeptDraft } from './read-draft'

export type Saving = {
  /** `conflict`: somebody else changed the draft meanwhile. */
  state: 'saved' | 'unsaved' | 'saving' | 'invalid' | 'conflict' | 'failed'
  savedAt: string | null
  savedBy: string | null
  /** Why it failed, a sentence. */
  message: string | null
}

/** Long enough for a drag to end. */
const PAUSE_MS = 600

type Draft<Document> = KeptDraft<Document> & { id: string }

/**
 * Keeps the draft on the server as it is in the editor: a moment after the last change, if the grammar has nothing
 * against it, and never over somebody else's.
 */
export function useSaving<Document>(
  workspace: string,
  initial: Draft<Document>,
  document: Document,
  { valid, mayWrite }: { valid: boolean; mayWrite: boolean },
) {
  // What the server has, for the next save and for the page.
  const kept = useRef({ etag: initial.etag, text: JSON.stringify(initial.document) })
  const [keptText, setKeptText] = useState(() => JSON.stringify(initial.document))
  const queue = useRef<Promise<boolean>>(Promise.resolve(true))
  /** What the server refused, or could not be asked: not tried again by itself until it changes or one is online again. */
  const [refused, setRefused] = useState<string | null>(null)
  const [saving, setSaving] = useState<Saving>({
    state: 'saved',
    savedAt: initial.savedAt,
    savedBy: initial.savedBy,
    message: null,
  })
  const text = JSON.stringify(document)

  /** Saves one version of the draft behind what is being saved; false where the server refused it. */
  const save = useCallback(
    (draft: string): Promise<boolean> => {
      const next = queue.current.then(async () => {
        if (kept.current.text === draft) return true
        setSaving((was) => ({ ...was, state: 'saving', message: null }))
        const answer = await putDraft(workspace, {
          id: initial.id,
          document: JSON.parse(draft) as Record<string, unknown>,
          ifMatch: kept.current.etag,
        }).catch(() => ({ ok: false, code: 'offline', message: 'Gravitas does not answer.' }) as const)
        if (!answer.ok) {
          setRefused(draft)
          const state = await whyRefused(workspace, initial.id, answer.code, kept.current.etag)
          setSaving((was) => ({ ...was, state, message: answer.message }))
          return false
        }
        const { etag, savedAt, savedBy } = answer.value
        kept.current = { etag, text: draft }
        setKeptText(draft)
        setSaving({
          state: 'saved',
          savedAt: savedAt && new Date(savedAt).toISOString(),
          savedBy,
          message: null,
        })
        return true
      })
      queue.current = next.catch(() => false)
      noteSave(initial.id, queue.current)
      return queue.current
    },
    [workspace, initial.id],
  )

  useEffect(() => {
    if (!mayWrite || !valid || saving.state === 'conflict' || keptText === text || refused === text) return
    const timer = setTimeout(() => void save(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text, keptText, refused, valid, mayWrite, save, saving.state])

  useEffect(() => {
    const retry = () => setRefused(null)
    window.addEventListener('online', retry)
    return () => window.removeEventListener('online', retry)
  }, [])

  const changed = text !== keptText
  useLeaving(changed && mayWrite, valid && saving.state !== 'conflict' ? () => void save(text) : null)

  const adopt = useCallback((draft: KeptDraft<Document>) => {
    kept.current = { etag: draft.etag, text: JSON.stringify(draft.document) }
    setKeptText(kept.current.text)
    setSaving({ state: 'saved', savedAt: draft.savedAt, savedBy: draft.savedBy, message: null })
  }, [])

  const shown: Saving['state'] =
    saving.state === 'saved' && changed ? (valid ? 'unsaved' : 'invalid') : saving.state
  return {
    saving: { ...saving, state: shown },
    /** Saves what is in the editor at once; false where the server refused it. */
    flush: () => save(text),
    /** Makes the draft what is live again; `live` is what is live. Throws Error with what the server has against it. */
    discard: async (live: Document) => {
      await queue.current
      const { etag, savedAt, savedBy } = actionValue(
        await discardDraft(workspace, { id: initial.id, ifMatch: kept.current.etag }),
      )
      adopt({ document: live, etag, savedAt: savedAt && new Date(savedAt).toISOString(), savedBy })
    },
    /** Takes what the server has: the editor is to show `document` from now on. */
    adopt,
    /** Saves over what the server has: the next save goes against this tag. */
    against: (etag: string) => {
      kept.current = { etag, text: '' }
      setKeptText('')
      setSaving((was) => ({ ...was, state: 'saved', message: null }))
    },
  }
}

/** What can be asked of the server about the draft. */
export type Server<Document> = Omit<ReturnType<typeof useSaving<Document>>, 'saving'>
