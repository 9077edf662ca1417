'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Answer } from '@/components/layout/answer'
import { Page } from '@/components/layout/page'
import { TopBar } from '@/components/layout/top-bar'
import { Card, CardBody, CardFooter, CardHeader } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { useSettled } from '@/components/ui/use-settled'
import { isGoing, truncationEffectQuery, truncationsQuery } from '@/lib/contacts/truncation/client'
import { formatInstant } from '@/lib/format/instant'
import { DropDialog } from './drop-dialog'
import { EffectCard } from './effect-card'
import { truncationAnswer } from './truncation-words'
import { TruncationsCard } from './truncations-card'

export type TruncationViewProps = {
  workspace: string
  zone: string
  mayDrop: boolean
  model: { id: string; name: string }
  /** Days: the one offered first, and the last that can be asked for. */
  first: string
  latest: string
}

const PAUSE_MS = 500

/** What dropping old actions would do to everybody's stars, before it is done, and the doing of it. */
export function TruncationView({ workspace, zone, mayDrop, model, first, latest }: TruncationViewProps) {
  const [before, setBefore] = useState(first)
  const settled = useSettled(before, PAUSE_MS)
  const valid = /^\d{4}-\d{2}-\d{2}$/.test(settled)
  const { data: list } = useQuery(truncationsQuery(workspace))
  const going = list?.items.find(isGoing) ?? null
  const { data, error, isFetching } = useQuery({
    ...truncationEffectQuery(workspace, settled),
    enabled: valid && going === null,
  })
  const own = data?.models.find((one) => one.model.id === model.id)
  const isCurrent = valid && before === settled && !isFetching && !error
  return (
    <>
      <TopBar
        title="Old actions"
        parent={[
          { label: 'Models', href: `/w/${workspace}/models` },
          { label: model.name, href: `/w/${workspace}/models/${model.id}` },
        ]}
      >
        {mayDrop && data && isCurrent && data.dropped > 0 && going === null && (
          <DropDialog workspace={workspace} before={settled} effect={data} />
        )}
      </TopBar>
      <Page>
        {data && own ? (
          <Answer
            caption={
              <>
                As of {formatInstant(data.asOf, zone)}, with and without the actions before{' '}
                {formatInstant(data.before, zone)}.
                {going === null && ' Nothing is dropped until you confirm.'}
              </>
            }
          >
            <b>{truncationAnswer(data, own).claim}</b>
            {truncationAnswer(data, own).rest}
          </Answer>
        ) : (
          <Answer caption="Everybody is rated with all actions, and without the old ones.">
            What would dropping old actions change?
          </Answer>
        )}
        <Card aria-labelledby="choose-day">
          <CardHeader
            id="choose-day"
            title="Drop actions before a day"
            caption="first subscriptions stay, those that were only implied are written down; product activity is not touched"
          />
          <CardBody className="grid gap-3">
            <Field
              label="Before"
              hint={`First instant of the day in ${zone}; what occurred at it or later stays.`}
            >
              {(control) => (
                <Input
                  {...control}
                  type="date"
                  className="max-w-44"
                  value={before}
                  max={latest}
                  onChange={(event) => setBefore(event.target.value)}
                />
              )}
            </Field>
            {error && (
              <Notice kind="error" live title="The effect could not be computed">
                {error.message}
              </Notice>
            )}
          </CardBody>
          <CardFooter>
            An action that comes in late after this, older than the day, is stored and counts like any other.
          </CardFooter>
        </Card>
        {!data && !error && going === null && <Skeleton className="h-64" />}
        {data?.models.map((effect) => (
          <EffectCard key={effect.model.id} effect={effect} stale={!isCurrent} />
        ))}
        <TruncationsCard workspace={workspace} zone={zone} mayCancel={mayDrop} />
      </Page>
    </>
  )
}
