'use client'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import type { WrittenDocument } from '@/lib/scoring/engagement/grammar/engagement'
import { useEditor } from './editor-context'
import type { Server } from './use-saving'

type Props = { disabled: boolean; server: Server; onDiscarded: (document: WrittenDocument) => void }

/** Makes the draft what is live again. */
export function DiscardDialog({ disabled, server, onDiscarded }: Props) {
  const { live } = useEditor()
  const [open, setOpen] = useState(false)
  const discard = useMutation({
    mutationFn: async () => {
      if (!live) return
      const document = structuredClone(live.document) as WrittenDocument
      await server.discard(document)
      onDiscarded(document)
    },
    onSuccess: () => setOpen(false),
  })
  if (!live) return null
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
