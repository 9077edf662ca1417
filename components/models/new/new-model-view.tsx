'use client'
import { useMemo } from 'react'
import { Answer } from '@/components/layout/answer'
import { Page } from '@/components/layout/page'
import { TopBar } from '@/components/layout/top-bar'
import { pickableEvents } from '@/components/model/behaviors/pickable-events'
import { Card } from '@/components/ui/card'
import { Tabs } from '@/components/ui/tabs'
import type { Catalog } from '@/lib/events/client'
import { formatNumber } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import { BlankModel } from './blank-model'
import { ContactModel } from './contact-model'
import { EventsNeeded } from './events-needed'
import { FromJson } from './from-json'
import { FromTemplate } from './from-template'
import { useBegunWith } from './use-begun-with'

export type NewModelViewProps = {
  workspace: string
  /** `YYYY-MM-DD` in the zone of the workspace. */
  today: string
  mayWrite: boolean
  maySeeSources: boolean
  catalog: Catalog
}

/** Where a model begins: a template of the field, a document, a few events, or the usual model of contacts. */
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

  const shared = { workspace, catalog, events }
  const needed = events.length === 0 && <EventsNeeded workspace={workspace} maySeeSources={maySeeSources} />
  return (
    <>
      {bar}
      <Page>
        {events.length === 0 ? (
          <Answer caption="A model of people says which events count, so it needs some to choose from; one of contacts can be made before.">
            <b>Events are needed first.</b> Nothing that people do has come in yet.
          </Answer>
        ) : (
          <Answer
            caption={`${plural(events.length, 'event')} to choose from. What is made is a draft: nobody is scored until it is published.`}
          >
            <b>Begin with what your field looks at</b>, and change it afterwards as you like.
          </Answer>
        )}
        <Card aria-label="How to begin">
          <Tabs
            label="How to begin"
            value={from}
            onValueChange={(value) => begin({ from: value })}
            tabs={[
              {
                value: 'template',
                label: 'From a template',
                content: needed || (
                  <FromTemplate
                    {...shared}
                    today={today}
                    chosen={template}
                    onChoose={(key) => begin({ template: key })}
                  />
                ),
              },
              {
                value: 'contact',
                label: 'Contact model',
                content: <ContactModel workspace={workspace} />,
              },
              { value: 'json', label: 'From JSON', content: <FromJson workspace={workspace} /> },
              {
                value: 'blank',
                label: 'Blank',
                content: needed || <BlankModel {...shared} today={today} />,
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
