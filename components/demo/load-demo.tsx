'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, type ButtonProps } from '@/components/ui/button'
import { actionValue } from '@/lib/api/action-value'
import { loadDemo } from '@/lib/demo/actions'
import { demoQuery } from '@/lib/demo/client'

type Props = Pick<ButtonProps, 'variant' | 'children'> & { workspace: string }

/** Fills the workspace with the made-up product, in the background. What went wrong is said by the button itself. */
export function LoadDemo({ workspace, variant, children = 'Load the demo' }: Props) {
  const client = useQueryClient()
  const load = useMutation({
    mutationFn: async () => actionValue(await loadDemo(workspace, {})),
    onSettled: () => client.invalidateQueries(demoQuery(workspace)),
  })
  return (
    <>
      <Button variant={variant} busy={load.isPending} onClick={() => load.mutate()}>
        {children}
      </Button>
      {load.isError && (
        <p role="alert" className="w-full text-xs text-danger">
          {load.error.message}
        </p>
      )}
    </>
  )
}
