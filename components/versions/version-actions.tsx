'use client'
import { useMutation } from '@tanstack/react-query'
import { Ellipsis } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { DropdownMenu, DropdownMenuItem } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { actionValue } from '@/lib/api/action-value'
import { restateModel } from '@/lib/engagement/actions'
import { plural } from '@/lib/format/plural'
import type { VersionHistory } from '@/lib/models/client'
import { DocumentDialog } from './document-dialog'
import { RollBackDialog } from './roll-back-dialog'
import { useDownloadVersion } from './use-download-version'

type Props = {
  workspace: string
  model: { id: string; name: string; kind: string }
  version: VersionHistory['items'][number]
  /** The version that is live. */
  live: number
  mayWrite: boolean
  mayScore: boolean
}

/** What can be done with a version. */
export function VersionActions({ workspace, model, version, live, mayWrite, mayScore }: Props) {
  const [shown, setShown] = useState(false)
  const saved = useDownloadVersion(workspace, model, version.version)
  const restate = useMutation({
    mutationFn: async () =>
      actionValue(await restateModel(workspace, { id: model.id, version: version.version })),
  })
  const compare = `/w/${workspace}/models/${model.id}/compare?from=${version.version}&to=${live}`
  const ofContacts = model.kind === 'contact'
  const failure = restate.error ?? saved.error
  return (
    <div className="grid justify-items-end gap-1">
      <div className="flex items-center gap-1">
        {!version.live && !ofContacts && (
          <Button asChild variant="quiet">
            <Link href={compare}>Compare with live</Link>
          </Button>
        )}
        {!version.live && mayWrite && (
          <RollBackDialog workspace={workspace} model={model} version={version.version} live={live} />
        )}
        <DropdownMenu
          align="end"
          trigger={
            <IconButton label={`More for v${version.version}`}>
              <Ellipsis aria-hidden />
            </IconButton>
          }
        >
          <DropdownMenuItem onSelect={() => setShown(true)}>View document</DropdownMenuItem>
          <DropdownMenuItem onSelect={() => saved.mutate()}>Download JSON</DropdownMenuItem>
          {mayScore && !ofContacts && (
            <DropdownMenuItem disabled={restate.isPending} onSelect={() => restate.mutate()}>
              Restate the past year under v{version.version}
            </DropdownMenuItem>
          )}
        </DropdownMenu>
      </div>
      {restate.isSuccess && (
        <p role="status" className="text-xs text-ink-3">
          {plural(restate.data.ids.length, 'week')} to score; see the activity
        </p>
      )}
      {failure && (
        <p role="alert" className="max-w-64 text-right text-xs text-danger">
          {failure.message}
        </p>
      )}
      <DocumentDialog
        workspace={workspace}
        model={model}
        version={version.version}
        open={shown}
        onOpenChange={setShown}
      />
    </div>
  )
}
