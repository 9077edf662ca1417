'use client'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import type { Server } from './use-saving'

type Props<Document> = {
  live: { version: number; document: Document }
  disabled: boolean
  server: Server<Document>
  onDiscarded: (document: Document) => void
}

/** Makes the draft what is live again. */
export function DiscardDialog<Document>({ live, disabled, server, onDiscarded }: Props<Document>) {
  const [open, setOpen] = useState(false)
  const discard = useMutation({
    mutationFn: async () => {
      const document = structuredClone(live.document)
      await server.discard(document)
      onDiscarded(document)
    },
    onSuccess: () => setOpen(false),
  })
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title="Discard the draft"
      description={`The draft becomes v${live.version} again. What you changed since is gone.`}
      trigger={<Button disabled={disabled}>Discard</Button>}
      footer={
        <>
          <DialogClose asChild>
            <Button>Keep the draft</Button>
          </DialogClose>
          <Button variant="danger" busy={discard.isPending} onClick={() => discard.mutate()}>
            Discard
          </Button>
        </>
      }
    >
      {discard.error && (
        <Notice live kind="error" title="The draft was not discarded">
          {discard.error.message}
        </Notice>
      )}
    </Dialog>
  )
}
