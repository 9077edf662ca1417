'use client'
import { useMutation } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'

type Props = {
  /** "the key of My product". */
  what: string
  /** What then no longer works. */
  consequence: string
  /** Rejects with the reason when it is refused. */
  onRevoke: () => Promise<unknown>
}

/** Revokes a key, after asking once. */
export function RevokeButton({ what, consequence, onRevoke }: Props) {
  const revoke = useMutation({ mutationFn: onRevoke })
  return (
    <Dialog
      title={`Revoke ${what}?`}
      description={`${consequence} This cannot be undone.`}
      trigger={<Button variant="quiet">Revoke</Button>}
      footer={
        <>
          <DialogClose asChild>
            <Button>Keep it</Button>
          </DialogClose>
          <Button variant="danger" busy={revoke.isPending} onClick={() => revoke.mutate()}>
            Revoke the key
          </Button>
        </>
      }
    >
      {revoke.isError && <Notice kind="error" live title={revoke.error.message} />}
    </Dialog>
  )
}
