'use client'
import { Redo2, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { IconButton } from '@/components/ui/icon-button'
import { plural } from '@/lib/format/plural'
import { ChangesDialog } from './changes-dialog'
import { DiscardDialog } from './discard-dialog'
import { useDraftPlace } from './draft-context'
import { PublishDialog } from './publish-dialog'
import type { ReadDocument } from './read-draft'
import { SaveState } from './save-state'
import type { Saving, Server } from './use-saving'

export type PublishBarProps<Document> = {
  /** What is published; null before the first. */
  live: { version: number; document: Document } | null
  /** What differs from it; nothing where nothing is published. */
  changes: readonly { words: string; short: string }[]
  draft: {
    saving: Saving
    server: Server<Document>
    history: {
      undo: (() => void) | null
      redo: (() => void) | null
      replace: (document: Document) => void
    }
  }
  readDocument: ReadDocument<Document>
  /** The first reason why the draft cannot be published. */
  problem: string | null
  /** What publishing would do to people now, a sentence. */
  effect: string
  /** What happens once it is published. */
  aftermath: string
  /** What the changes do to people, in the comparison. */
  children: ReactNode
}

const SHOWN = 3

/** Stays at the bottom: what the draft changes, whether it is kept, and what can be done with it. */
export function PublishBar<Document>({
  live,
  changes,
  draft: { saving, server, history },
  readDocument,
  problem,
  effect,
  aftermath,
  children,
}: PublishBarProps<Document>) {
  const { mayWrite } = useDraftPlace()
  const next = (live?.version ?? 0) + 1
  const some = changes.slice(0, SHOWN).map(({ short }) => short)
  const same = live !== null && changes.length === 0
  return (
    <div className="sticky bottom-0 z-20 border-t border-line bg-bg">
      <div className="flex max-w-[1424px] flex-wrap items-center gap-x-3 gap-y-2 px-6 py-2 text-sm max-md:px-4">
        <Badge tone="accent">Draft of v{next}</Badge>
        <p className="min-w-0 flex-1 basis-64 truncate max-md:hidden" title={some.join(', ')}>
          {!live
            ? 'Nothing is published yet'
            : same
              ? `The draft is v${live.version}`
              : `${plural(changes.length, 'change')} since v${live.version}: ${some.join(', ')}${changes.length > SHOWN ? ', …' : ''}`}
        </p>
        <SaveState saving={saving} server={server} readDocument={readDocument} onTheirs={history.replace} />
        {problem && (
          <p role="status" className="text-xs text-danger">
            {problem}
          </p>
        )}
        {mayWrite ? (
          <div className="ml-auto flex items-center gap-2">
            <IconButton label="Undo" disabled={!history.undo} onClick={history.undo ?? undefined}>
              <Undo2 aria-hidden />
            </IconButton>
            <IconButton label="Redo" disabled={!history.redo} onClick={history.redo ?? undefined}>
              <Redo2 aria-hidden />
            </IconButton>
            {live && (
              <DiscardDialog live={live} disabled={same} server={server} onDiscarded={history.replace} />
            )}
            {live && (
              <ChangesDialog changes={changes} version={live.version}>
                {children}
              </ChangesDialog>
            )}
            <PublishDialog
              next={next}
              changes={changes}
              disabled={same || problem !== null || saving.state === 'conflict'}
              server={server}
              effect={effect}
              aftermath={aftermath}
            />
          </div>
        ) : (
          <p className="ml-auto text-xs text-ink-3">Your role may look at models, not change them.</p>
        )}
      </div>
    </div>
  )
}
