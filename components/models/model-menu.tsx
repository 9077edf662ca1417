'use client'
import { Archive, Copy, Download, Ellipsis, LoaderCircle } from 'lucide-react'
import { useState } from 'react'
import { DropdownMenu, DropdownMenuItem, DropdownMenuSeparator } from '@/components/ui/dropdown-menu'
import type { ListedModel } from '@/lib/models/list/client'
import { ArchiveDialog } from './archive-dialog'
import { useModelActions } from './use-model-actions'

type Props = {
  workspace: string
  model: ListedModel
  mayWrite: boolean
  /** What went wrong, null as soon as something is tried again. */
  onProblem: (problem: string | null) => void
}

/** What can be done with a model beside opening it. */
export function ModelMenu({ workspace, model, mayWrite, onProblem }: Props) {
  const [archiving, setArchiving] = useState(false)
  const { duplicate, archive, exportJson } = useModelActions(workspace, model)
  const { name, version, draftDiffers } = model
  const busy = duplicate.isPending || exportJson.isPending
  const told = { onError: (error: Error) => onProblem(error.message) }

  const saveAs = (part: 'live' | 'draft') => {
    onProblem(null)
    exportJson.mutate(part, told)
  }
  return (
    <>
      <DropdownMenu
        align="end"
        trigger={
          <button
            type="button"
            aria-label={`More for ${name}`}
            aria-busy={busy || undefined}
            className="inline-flex size-7 items-center justify-center rounded-md text-ink-3 hover:bg-sunken hover:text-ink data-[state=open]:bg-sunken data-[state=open]:text-ink"
          >
            {busy ? (
              <LoaderCircle aria-hidden className="size-4 animate-spin" />
            ) : (
              <Ellipsis aria-hidden className="size-4 stroke-[1.5]" />
            )}
          </button>
        }
      >
        <DropdownMenuItem
          disabled={!mayWrite || busy}
          onSelect={() => {
            onProblem(null)
            duplicate.mutate(undefined, told)
          }}
        >
          <Copy aria-hidden />
          Duplicate
        </DropdownMenuItem>
        {version !== null && (
          <DropdownMenuItem onSelect={() => saveAs('live')}>
            <Download aria-hidden />
            Export v{version} as JSON
          </DropdownMenuItem>
        )}
        {draftDiffers !== false && (
          <DropdownMenuItem onSelect={() => saveAs('draft')}>
            <Download aria-hidden />
            Export the draft as JSON
          </DropdownMenuItem>
        )}
        <DropdownMenuSeparator />
        <DropdownMenuItem disabled={!mayWrite} onSelect={() => setArchiving(true)}>
          <Archive aria-hidden />
          Archive…
        </DropdownMenuItem>
      </DropdownMenu>
      <ArchiveDialog name={name} open={archiving} onOpenChange={setArchiving} archive={archive} />
    </>
  )
}
