'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { actionValue } from '@/lib/api/action-value'
import { mergePerson } from '@/lib/people/actions'

type Props = { workspace: string; id: string; name: string }

/** Says that this person is another one too; they are counted as one from the next run on. */
export function MergeDialog({ workspace, id, name }: Props) {
  const router = useRouter()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const [into, setInto] = useState('')
  const merge = useMutation({
    mutationFn: async () => actionValue(await mergePerson(workspace, { id, into: into.trim() })),
    onSuccess: async (merged) => {
      setOpen(false)
      await client.invalidateQueries({ queryKey: [workspace, 'people'] })
      router.push(`/w/${workspace}/people/${encodeURIComponent(merged.id)}`)
      router.refresh()
    },
  })
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={`Merge ${name} with somebody`}
      description="Both are counted as one person from the next run on, under the older of their ids. It can be undone here."
      trigger={<Button variant="quiet">Merge…</Button>}
      footer={
        <>
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button
            variant="go"
            busy={merge.isPending}
            disabled={into.trim() === ''}
            onClick={() => merge.mutate()}
          >
            Merge
          </Button>
        </>
      }
    >
      <Field label="Id of the other person" hint="The user id as sent, or anon:<id>.">
        {(control) => (
          <Input
            {...control}
            value={into}
            onChange={(event) => setInto(event.target.value)}
            autoComplete="off"
          />
        )}
      </Field>
      {merge.isError && <Notice kind="error" live title={merge.error.message} />}
    </Dialog>
  )
}
