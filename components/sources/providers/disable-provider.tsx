'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { actionValue } from '@/lib/api/action-value'
import { disableProvider } from '@/lib/sources/providers/actions'
import { providersQuery } from '@/lib/sources/providers/client'

type Props = { workspace: string; id: string; name: string; onDisabled: () => void }

/** Closes the address of a provider, after asking once. */
export function DisableProvider({ workspace, id, name, onDisabled }: Props) {
  const client = useQueryClient()
  const disable = useMutation({
    mutationFn: async () => actionValue(await disableProvider(workspace, { id })),
    onSuccess: async () => {
      await client.invalidateQueries(providersQuery(workspace))
      onDisabled()
    },
  })
  return (
    <Dialog
      title={`Disable ${name}?`}
      description="What it still delivers gets 404 from now on. Actions that are in stay in. This cannot be undone; it can be added anew."
      trigger={<Button variant="quiet">Disable</Button>}
      footer={
        <>
          <DialogClose asChild>
            <Button>Keep it</Button>
          </DialogClose>
          <Button variant="danger" busy={disable.isPending} onClick={() => disable.mutate()}>
            Disable the provider
          </Button>
        </>
      }
    >
      {disable.isError && <Notice kind="error" live title={disable.error.message} />}
    </Dialog>
  )
}
