'use client'
import { useQuery } from '@tanstack/react-query'
import type { PickableEvent } from '@/components/model/behaviors/pickable-events'
import { Button } from '@/components/ui/button'
import { CardBody } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import type { Catalog } from '@/lib/events/client'
import { suggestedQuery } from '@/lib/models/templates/client'
import { templateOf } from '@/lib/models/templates/templates'
import { MappingForm } from './mapping-form'
import { TemplateChoice } from './template-choice'

type Props = {
  workspace: string
  today: string
  catalog: Catalog
  events: readonly PickableEvent[]
  chosen: string | null
  onChoose: (key: string) => void
}

/** A template, and which of the workspace's events its behaviors are. */
export function FromTemplate({ workspace, today, catalog, events, chosen, onChoose }: Props) {
  const template = templateOf(chosen ?? '')
  const { data, error, refetch } = useQuery({
    ...suggestedQuery(workspace, chosen ?? ''),
    enabled: template !== null,
  })
  return (
    <CardBody className="grid gap-4">
      <TemplateChoice chosen={chosen} onChoose={onChoose} />
      {!template && (
        <p className="text-sm text-ink-2">Choose one: its behaviors are then found among your events.</p>
      )}
      {template && error && (
        <Notice
          kind="error"
          live
          title="Your events could not be looked through"
          action={<Button onClick={() => void refetch()}>Try again</Button>}
        >
          {error.message}
        </Notice>
      )}
      {template && !data && !error && <Skeleton className="h-64" />}
      {template && data && (
        <MappingForm
          key={template.key}
          workspace={workspace}
          today={today}
          template={template}
          suggestions={data.items}
          catalog={catalog}
          events={events}
        />
      )}
    </CardBody>
  )
}
