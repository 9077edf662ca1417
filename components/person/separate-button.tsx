'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { actionValue } from '@/lib/api/action-value'
import { unmergePerson } from '@/lib/people/actions'

type Props = { workspace: string; id: string; from: string }

/** Takes an id out of a person again, after asking once. */
export function SeparateButton({ workspace, id, from }: Props) {
  const router = useRouter()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const separate = useMutation({
    mutationFn: async () => actionValue(await unmergePerson(workspace, { id })),
    onSuccess: async () => {
      setOpen(false)
      await client.invalidateQueries({ queryKey: [workspace, 'people'] })
      router.refresh()
    },
  })
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={`Separate ${id} from ${from}?`}
      description="They are counted as two people from the next run on. No event is lost, and they can be merged again."
      trigger={<Button variant="quiet">Separate</Button>}
      footer={
        <>
          <DialogClose asChild>
            <Button>Keep them together</Button>
          </DialogClose>
          <Button variant="go" busy={separate.isPending} onClick={() => separate.mutate()}>
            Separate
          </Button>
        </>
      }
    >
      {separate.isError && <Notice kind="error" live title={separate.error.message} />}
    </Dialog>
  )
}
