'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Textarea } from '@/components/ui/textarea'
import { actionValue } from '@/lib/api/action-value'
import { publishModel } from '@/lib/models/actions'
import { ChangeList } from './changes-dialog'
import { useDraftPlace } from './draft-context'
import type { Server } from './use-saving'

type Props = {
  next: number
  changes: readonly { words: string }[]
  disabled: boolean
  server: Pick<Server<unknown>, 'flush'>
  /** What publishing would do to people now, a sentence. */
  effect: string
  /** What happens behind it. */
  aftermath: string
}

/** Makes the draft the next version: from then on everybody is scored by it. */
export function PublishDialog({ next, changes, disabled, server, effect, aftermath }: Props) {
  const { workspace, modelId } = useDraftPlace()
  const [open, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const router = useRouter()
  const client = useQueryClient()
  const publish = useMutation({
    mutationFn: async () => {
      if (!(await server.flush())) throw new Error('The draft could not be saved; see below.')
      return actionValue(await publishModel(workspace, { id: modelId, note }))
    },
    onSuccess: async () => {
      setOpen(false)
      setNote('')
      await client.invalidateQueries()
      router.refresh()
    },
  })
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={`Publish v${next}`}
      description={effect}
      trigger={
        <Button variant="go" disabled={disabled}>
          Publish v{next}
        </Button>
      }
      footer={
        <>
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button variant="go" busy={publish.isPending} onClick={() => publish.mutate()}>
            Publish v{next}
          </Button>
        </>
      }
    >
      <ChangeList changes={changes} />
      <Field label="Note" hint="Why, for those who read the versions later." optional>
        {(control) => (
          <Textarea
            {...control}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            maxLength={2000}
            rows={3}
          />
        )}
      </Field>
      <p className="text-xs text-ink-3">
        {aftermath} Earlier versions stay as they are; you can roll back to one.
      </p>
      {publish.error && (
        <Notice live kind="error" title={`v${next} was not published`}>
          {publish.error.message}
        </Notice>
      )}
    </Dialog>
  )
}
