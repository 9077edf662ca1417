'use client'
import { useCallback, useMemo } from 'react'
import type { DocumentPath } from '@/lib/scoring/document/document-problem'
import type { KeptDraft, ReadDocument } from './read-draft'
import { useHistory } from './use-history'
import { useNewestDraft } from './use-newest-draft'
import { useNewestVersion } from './use-newest-version'
import { useSaving } from './use-saving'
import { useUndoKeys } from './use-undo-keys'

type Of<Document> = {
  workspace: string
  model: string
  /** What the page came with. */
  draft: KeptDraft<Document>
  /** What it says is live. */
  version: number | null
  mayWrite: boolean
  /** What the grammar has against a document; the same function each time. */
  problemsOf: (document: Document) => readonly { path: DocumentPath; message: string }[]
  /** The same function each time. */
  readDocument: ReadDocument<Document>
}

/** The draft of a model of either kind under somebody's hands: changed, undone, checked and kept on the server. */
export function useDraft<Document>({
  workspace,
  model,
  draft,
  version,
  mayWrite,
  problemsOf,
  readDocument,
}: Of<Document>) {
  const history = useHistory<Document>(draft.document)
  const { value: document, change, replace } = history
  const problems = useMemo(() => problemsOf(document), [problemsOf, document])
  const valid = problems.length === 0
  const { saving, ...server } = useSaving(workspace, { ...draft, id: model }, document, { valid, mayWrite })
  useUndoKeys(history)

  const { adopt } = server
  const take = useCallback(
    (newest: KeptDraft<Document>) => {
      adopt(newest)
      replace(newest.document)
    },
    [adopt, replace],
  )
  useNewestDraft({ workspace, model, etag: draft.etag, document, readDocument }, take)
  useNewestVersion({ workspace, model, version, isSaved: saving.state === 'saved' })

  const problemAt = useCallback(
    (...path: (string | number)[]) =>
      problems.find((problem) => path.every((step, index) => problem.path[index] === step))?.message ?? null,
    [problems],
  )
  return {
    document,
    change: mayWrite ? change : unchanged,
    problems,
    problemAt,
    valid,
    history,
    saving,
    server,
  }
}

const unchanged = () => undefined
