'use client'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import type { useModelActions } from './use-model-actions'

type Props = {
  name: string
  open: boolean
  onOpenChange: (open: boolean) => void
  archive: ReturnType<typeof useModelActions>['archive']
}

/** Takes a model out of use, after asking once. */
export function ArchiveDialog({ name, open, onOpenChange, archive }: Props) {
  return (
    <Dialog
      title={`Archive ${name}?`}
      description="It is neither scored nor offered any more. Its versions, scores and history stay, and it can be restored."
      open={open}
      onOpenChange={onOpenChange}
      footer={
        <>
          <DialogClose asChild>
            <Button>Keep it</Button>
          </DialogClose>
          <Button
            variant="danger"
            busy={archive.isPending}
            onClick={() => archive.mutate(undefined, { onSuccess: () => onOpenChange(false) })}
          >
            Archive the model
          </Button>
        </>
      }
    >
      {archive.isError && <Notice kind="error" live title={archive.error.message} />}
    </Dialog>
  )
}
