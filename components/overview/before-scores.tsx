'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { LoadDemo } from '@/components/demo/load-demo'
import { Answer } from '@/components/layout/answer'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { actionValue } from '@/lib/api/action-value'
import { makeStarter } from '@/lib/engagement/actions'
import { overviewQuery } from '@/lib/engagement/client'
import { formatInstant } from '@/lib/format/instant'

/** A workspace without events. */
export function Nothing({ workspace, mayLoad }: { workspace: string; mayLoad: boolean }) {
  return (
    <>
      <Answer caption="Scores are made from what people do, so the first step is to bring that in.">
        <b>Nothing has come in yet.</b> Import a log, or send events from your product.
      </Answer>
      <Card>
        <EmptyState
          title="Bring in what people do"
          action={
            <>
              <Button variant="go" asChild>
                <Link href={`/w/${workspace}/sources`}>Import a file or connect a source</Link>
              </Button>
              <Button asChild>
                <Link href={`/w/${workspace}/events`}>Watch events arrive</Link>
              </Button>
              {mayLoad && <LoadDemo workspace={workspace} />}
            </>
          }
        >
          A log as CSV or NDJSON is scored as soon as it is in. Segment’s public libraries send to Gravitas as
          they are. Or look around first: the demo is a made-up product with a year of use.
        </EmptyState>
      </Card>
    </>
  )
}

/** The demo is on its way; what it brings shows by itself. */
export function DemoComing() {
  return (
    <Answer caption="A made-up product with a year of use and a mailing list; nothing in it is real.">
      <b>The demo is being written.</b> The first scores appear here in about a minute.
    </Answer>
  )
}

type NoModelProps = { workspace: string; may: boolean; lastOccurredAt: string; zone: string }

/** Events are there, but nothing says yet which of them count. */
export function NoModel({ workspace, may, lastOccurredAt, zone }: NoModelProps) {
  const client = useQueryClient()
  const make = useMutation({
    mutationFn: async () => actionValue(await makeStarter(workspace, {})),
    onSettled: () => client.invalidateQueries(overviewQuery(workspace)),
  })
  return (
    <>
      <Answer caption={`The last event happened on ${formatInstant(lastOccurredAt, zone)}.`}>
        <b>Events are coming in.</b> A model says which of them count, and scores everybody.
      </Answer>
      <Card>
        <EmptyState
          title="Make a starter model"
          action={
            may && (
              <Button variant="go" busy={make.isPending} onClick={() => make.mutate()}>
                Make a starter model and score everybody
              </Button>
            )
          }
        >
          It is made of your most used events, weighted 1, 3 or 5 by how rare they are: a first look to
          replace with a model of your own.
        </EmptyState>
        {make.isError && <Notice kind="error" live title={make.error.message} className="m-4 mt-0" />}
      </Card>
    </>
  )
}

/** A model that has scored nobody yet. */
export function NoScores({ model, running }: { model: string; running: boolean }) {
  return (
    <Card>
      <EmptyState title={running ? `${model} is scoring everybody` : `${model} has scored nobody yet`}>
        {running
          ? 'The numbers appear here as soon as they are there.'
          : 'Score now to see how people are placed.'}
      </EmptyState>
    </Card>
  )
}
