'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { actionValue } from '@/lib/api/action-value'
import { startTruncation } from '@/lib/contacts/truncation/actions'
import type { TruncationEffect } from '@/lib/contacts/truncation/client'
import { formatNumber } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'

type Props = { workspace: string; before: string; effect: TruncationEffect }

/** Drops old actions for good, once the day is typed again. */
export function DropDialog({ workspace, before, effect }: Props) {
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const [confirm, setConfirm] = useState('')
  const drop = useMutation({
    mutationFn: async () => actionValue(await startTruncation(workspace, { before, confirm })),
    onSuccess: async () => {
      setOpen(false)
      setConfirm('')
      await client.invalidateQueries({ queryKey: [workspace] })
    },
  })
  const starsChanged = effect.models.map((one) => plural(one.starsChanged, 'contact')).join(', ')
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={`Drop ${plural(effect.dropped, 'action')} for good?`}
      description={`Everything that became of mail before ${before} is deleted and cannot be brought back, but for first subscriptions. The stars of ${starsChanged} change.`}
      trigger={<Button variant="go">Drop {formatNumber(effect.dropped)} actions…</Button>}
      footer={
        <>
          <DialogClose asChild>
            <Button>Keep them</Button>
          </DialogClose>
          <Button
            variant="go"
            busy={drop.isPending}
            disabled={confirm.trim() !== before}
            onClick={() => drop.mutate()}
          >
            Drop {plural(effect.dropped, 'action')}
          </Button>
        </>
      }
    >
      <Field label={`Type ${before} to confirm`}>
        {(control) => (
          <Input
            {...control}
            value={confirm}
            autoComplete="off"
            placeholder={before}
            onChange={(event) => setConfirm(event.target.value)}
          />
        )}
      </Field>
      {drop.isError && <Notice kind="error" live title={drop.error.message} />}
    </Dialog>
  )
}
