'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardHeader } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { importsQuery, uploadFile } from '@/lib/imports/client'
import { DropZone } from './drop-zone'
import { ImportSteps } from './import-steps'

/** From a file on somebody's disk to events: upload, mapping, dry run, import. Leaving the page stops nothing but the upload. */
export function ImportCard({ workspace }: { workspace: string }) {
  const client = useQueryClient()
  const [current, setCurrent] = useState<string>()
  const [share, setShare] = useState(0)
  const abort = useRef<AbortController>(null)

  const upload = useMutation({
    mutationFn: (file: File) => {
      abort.current = new AbortController()
      setShare(0)
      return uploadFile(workspace, file, setShare, abort.current.signal)
    },
    onSuccess: async ({ id }) => {
      setCurrent(id)
      await client.invalidateQueries(importsQuery(workspace))
    },
  })

  return (
    <Card aria-labelledby="import">
      <CardHeader
        id="import"
        title="Import a file"
        caption="Events, people, accounts, contact actions or outcomes. Importing the same file again adds nothing."
      />
      <CardBody className="grid gap-3">
        {current ? (
          <ImportSteps
            key={current}
            workspace={workspace}
            id={current}
            onClose={() => setCurrent(undefined)}
          />
        ) : upload.isPending ? (
          <Progress
            label={`Uploading ${upload.variables.name}`}
            done={Math.round(share * 100)}
            total={100}
            unit="%"
            action={<Button onClick={() => abort.current?.abort()}>Cancel</Button>}
          />
        ) : (
          <DropZone onFile={(file) => upload.mutate(file)} />
        )}
        {upload.isError && !current && <Notice kind="error" live title={upload.error.message} />}
      </CardBody>
    </Card>
  )
}
