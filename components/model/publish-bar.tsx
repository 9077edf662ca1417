'use client'
import { Redo2, Undo2 } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import { IconButton } from '@/components/ui/icon-button'
import { documentChanges } from '@/lib/scoring/engagement/document-changes'
import { plural } from '@/lib/format/plural'
import { ChangesDialog } from './changes-dialog'
import { DiscardDialog } from './discard-dialog'
import { useEditor } from './editor-context'
import { PublishDialog } from './publish-dialog'
import { SaveState } from './save-state'
import type { Saving, Server } from './use-saving'

type Props = {
  /** The version that publishing makes. */
  next: number
  saving: Saving
  server: Server
  /** The first reason why the draft cannot be published. */
  problem: string | null
  history: {
    undo: (() => void) | null
    redo: (() => void) | null
    replace: (document: ReturnType<typeof useEditor>['document']) => void
  }
}

const SHOWN = 3

/** Stays at the bottom: what the draft changes, whether it is kept, and what can be done with it. */
export function PublishBar({ next, saving, server, problem, history }: Props) {
  const { document, live, mayWrite } = useEditor()
  const changes = live ? documentChanges(live.document, document) : []
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
        <SaveState saving={saving} server={server} onTheirs={history.replace} />
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
            {live && <DiscardDialog disabled={same} server={server} onDiscarded={history.replace} />}
            {live && <ChangesDialog changes={changes} />}
            <PublishDialog
              next={next}
              changes={changes}
              disabled={same || problem !== null || saving.state === 'conflict'}
              server={server}
            />
          </div>
        ) : (
          <p className="ml-auto text-xs text-ink-3">Your role may look at models, not change them.</p>
        )}
      </div>
    </div>
  )
}
