'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { Answer } from '@/components/layout/answer'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { actionValue } from '@/lib/api/action-value'
import { makeUsualModel } from '@/lib/contacts/actions'
import { modelsQuery } from '@/lib/models/client'

/** Nothing says yet what a read, a click or a bounce is worth: the usual model, in one step. */
export function NoContactModel({ workspace, may }: { workspace: string; may: boolean }) {
  const client = useQueryClient()
  const models = useQuery(modelsQuery(workspace)).data?.items ?? []
  const draft = models.find(({ kind, version }) => kind === 'contact' && version === null)
  const make = useMutation({
    mutationFn: async () => actionValue(await makeUsualModel(workspace, {})),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: [workspace, 'contacts'] }),
        client.invalidateQueries(modelsQuery(workspace)),
      ]),
  })
  return (
    <>
      <Answer caption="A contact is a person with an e-mail; what they do with your mail makes one to five stars.">
        <b>No model rates your contacts yet.</b> One says what each action is worth, and how fast that fades.
      </Answer>
      <Card>
        <EmptyState
          title={may ? 'Make the usual model' : 'A model is needed'}
          action={
            may && (
              <>
                <Button variant="go" busy={make.isPending || make.isSuccess} onClick={() => make.mutate()}>
                  Make the usual model and rate everybody
                </Button>
                {draft && (
                  <Button asChild>
                    <Link href={`/w/${workspace}/models/${draft.id}`}>Open the draft {draft.name}</Link>
                  </Button>
                )}
              </>
            )
          }
        >
          {may
            ? 'Subscribing is worth 2 points, a read 2, a click 4, a reply 8, a forward 10; newer actions weigh more, and a bounce or a complaint divides what came before. All of it can be changed afterwards.'
            : 'Somebody who may write models can make and publish one; the stars appear here then.'}
        </EmptyState>
        {make.isError && <Notice kind="error" live title={make.error.message} className="m-4 mt-0" />}
      </Card>
    </>
  )
}
