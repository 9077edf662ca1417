'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { formatClock } from '@/lib/format/instant'
import { useDraftPlace } from './draft-context'
import { type KeptDraft, readDraft, type ReadDocument } from './read-draft'
import type { Saving, Server } from './use-saving'

type Props<Document> = {
  saving: Saving
  server: Server<Document>
  readDocument: ReadDocument<Document>
  onTheirs: (document: Document) => void
}

/** Whether the draft is kept, since when and by whom; and where it is not, why and what to do. */
export function SaveState<Document>({ saving, server, readDocument, onTheirs }: Props<Document>) {
  const { workspace, modelId, zone } = useDraftPlace()
  const [failure, setFailure] = useState<string | null>(null)
  if (saving.state === 'conflict') {
    const take = (work: (draft: KeptDraft<Document>) => void) => () =>
      void readDraft(workspace, modelId, readDocument).then(work, ({ message }: Error) => setFailure(message))
    const theirs = take((draft) => {
      server.adopt(draft)
      onTheirs(draft.document)
    })
    const mine = take(({ etag }) => server.against(etag))
    return (
      <div role="alert" className="flex flex-wrap items-center gap-2 text-xs text-danger">
        {failure ?? 'Somebody else changed this draft meanwhile.'}
        <Button onClick={theirs}>Load theirs</Button>
        <Button onClick={mine}>Keep mine</Button>
      </div>
    )
  }
  if (saving.state === 'failed') {
    return (
      <div role="alert" className="flex items-center gap-2 text-xs text-danger">
        Not saved: {saving.message}
        <Button onClick={() => void server.flush()}>Try again</Button>
      </div>
    )
  }
  const words = {
    saving: 'saving…',
    unsaved: 'not saved yet',
    invalid: 'not saved until it is valid',
    saved: saving.savedAt
      ? `saved ${formatClock(saving.savedAt, zone)}${saving.savedBy ? ` by ${saving.savedBy}` : ''}`
      : 'saved',
  }[saving.state]
  return (
    <p role="status" className="text-xs text-ink-3 max-md:order-last">
      {words}
    </p>
  )
}
