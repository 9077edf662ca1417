'use client'
import Link from 'next/link'
import { useMemo } from 'react'
import { Answer } from '@/components/layout/answer'
import { Page } from '@/components/layout/page'
import { TopBar } from '@/components/layout/top-bar'
import { pickableEvents } from '@/components/model/behaviors/pickable-events'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Tabs } from '@/components/ui/tabs'
import type { Catalog } from '@/lib/events/client'
import { formatNumber } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import { useBegunWith } from './use-begun-with'
import { BlankModel } from './blank-model'
import { FromJson } from './from-json'
import { FromTemplate } from './from-template'

export type NewModelViewProps = {
  workspace: string
  /** `YYYY-MM-DD` in the zone of the workspace. */
  today: string
  mayWrite: boolean
  maySeeSources: boolean
  catalog: Catalog
}

/** Where a model begins: a template of the field, a document, or a few events. */
export function NewModelView({ workspace, today, mayWrite, maySeeSources, catalog }: NewModelViewProps) {
  const [{ from, template }, begin] = useBegunWith()
  const events = useMemo(() => pickableEvents(catalog.items), [catalog])
  const bar = <TopBar title="New model" parent={{ label: 'Models', href: `/w/${workspace}/models` }} />
  if (!mayWrite) {
    return (
      <>
        {bar}
        <Page>
          <Answer>
            <b>Your role makes no models.</b> Somebody who edits models can make one here.
          </Answer>
        </Page>
      </>
    )
  }
  if (events.length === 0) {
    return (
      <>
        {bar}
        <Page>
          <Answer caption="A model says which events count, so it needs some to choose from.">
            <b>Events are needed first.</b> Nothing that people do has come in yet.
          </Answer>
          <Card>
            <EmptyState
              title="Bring in what people do"
              action={
                maySeeSources && (
                  <Button variant="go" asChild>
                    <Link href={`/w/${workspace}/sources`}>Import a file or connect a source</Link>
                  </Button>
                )
              }
            >
              As soon as events are in, a template finds the ones it looks at by their names.
            </EmptyState>
          </Card>
        </Page>
      </>
    )
  }

  const shared = { workspace, catalog, events }
  return (
    <>
      {bar}
      <Page>
        <Answer
          caption={`${plural(events.length, 'event')} to choose from. What is made is a draft: nobody is scored until it is published.`}
        >
          <b>Begin with what your field looks at</b>, and change it afterwards as you like.
        </Answer>
        <Card aria-label="How to begin">
          <Tabs
            label="How to begin"
            value={from}
            onValueChange={(value) => begin({ from: value })}
            tabs={[
              {
                value: 'template',
                label: 'From a template',
                content: (
                  <FromTemplate
                    {...shared}
                    today={today}
                    chosen={template}
                    onChoose={(key) => begin({ template: key })}
                  />
                ),
              },
              { value: 'json', label: 'From JSON', content: <FromJson workspace={workspace} /> },
              {
                value: 'blank',
                label: 'Blank',
                content: <BlankModel {...shared} today={today} />,
              },
            ]}
          />
        </Card>
        {!catalog.exact && (
          <p className="text-xs text-ink-3">
            People are estimated, as there are over {formatNumber(2_000_000)} events.
          </p>
        )}
      </Page>
    </>
  )
}
