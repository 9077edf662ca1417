'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Textarea } from '@/components/ui/textarea'
import { actionValue } from '@/lib/api/action-value'
import { rollBackModel } from '@/lib/models/actions'

type Props = { workspace: string; model: { id: string; kind: string }; version: number; live: number }

/** Publishes an earlier version again, after asking once. */
export function RollBackDialog({ workspace, model, version, live }: Props) {
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const rollBack = useMutation({
    mutationFn: async () => actionValue(await rollBackModel(workspace, { id: model.id, version, note })),
    onSuccess: async () => {
      setOpen(false)
      setNote('')
      await client.invalidateQueries({ queryKey: [workspace] })
    },
  })
  const scored = model.kind === 'contact' ? 'all contacts get their stars' : 'everybody is scored'
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={`Roll back to v${version}?`}
      description={`The document of v${version} is published as v${live + 1}, and ${scored} by it. The draft becomes that document too: what was changed in it since v${live} goes. v${live} stays in this list.`}
      trigger={<Button variant="quiet">Roll back…</Button>}
      footer={
        <>
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button variant="go" busy={rollBack.isPending} onClick={() => rollBack.mutate()}>
            Roll back to v{version}
          </Button>
        </>
      }
    >
      <Field label="Note" optional hint="Why; it is shown with the new version.">
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={2000}
            value={note}
            placeholder={`Rolled back to v${version}`}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      {rollBack.isError && <Notice kind="error" live title={rollBack.error.message} />}
    </Dialog>
  )
}
