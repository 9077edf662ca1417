'use client'
import { useQuery } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { versionQuery } from '@/lib/models/client'
import { useDownloadVersion } from './use-download-version'

type Props = {
  workspace: string
  model: { id: string; name: string }
  version: number
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** The document of a version as JSON: exactly what was published. */
export function DocumentDialog({ workspace, model, version, open, onOpenChange }: Props) {
  const { data, error, refetch } = useQuery({
    ...versionQuery(workspace, model.id, version),
    enabled: open,
  })
  const saved = useDownloadVersion(workspace, model, version)
  return (
    <Dialog
      size="large"
      open={open}
      onOpenChange={onOpenChange}
      title={`${model.name} v${version}`}
      description="The document as it was published, with every default filled in."
      footer={
        <>
          <DialogClose asChild>
            <Button>Close</Button>
          </DialogClose>
          <Button variant="go" busy={saved.isPending} onClick={() => saved.mutate()}>
            Download JSON
          </Button>
        </>
      }
    >
      {error ? (
        <Notice
          kind="error"
          live
          title="The document did not load"
          action={<Button onClick={() => void refetch()}>Try again</Button>}
        >
          {error.message}
        </Notice>
      ) : data ? (
        <CodeBlock code={JSON.stringify(data.document, null, 2)} label={`Document of v${version}`} />
      ) : (
        <Skeleton className="h-64" />
      )}
    </Dialog>
  )
}
