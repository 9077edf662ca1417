'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { Page } from '@/components/layout/page'
import { TopBar } from '@/components/layout/top-bar'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { Notice } from '@/components/ui/notice'
import type { JsonOf } from '@/lib/api/json-of'
import { formatDay } from '@/lib/format/instant'
import { versionsQuery } from '@/lib/models/client'
import type { VersionsPage } from '@/lib/models/versions-page'
import { HistoryCard } from './history-card'
import { ModelMenu } from './model-menu'
import { VersionsAnswer } from './versions-answer'
import { VersionsCard } from './versions-card'

export type VersionsViewProps = {
  workspace: string
  zone: string
  mayWrite: boolean
  mayScore: boolean
  initial: JsonOf<VersionsPage>
}

/** What was published of a model, and who did what with it. */
export function VersionsView({ workspace, zone, mayWrite, mayScore, initial }: VersionsViewProps) {
  const { model, history } = initial
  const { data } = useQuery({ ...versionsQuery(workspace, model.id), initialData: initial.versions })
  const [live, before] = data.items
  const base = `/w/${workspace}/models/${model.id}`
  const archived = model.archivedAt !== null
  const ofContacts = model.kind === 'contact'
  return (
    <>
      <TopBar
        title="Versions"
        parent={[
          { label: 'Models', href: `/w/${workspace}/models` },
          { label: model.name, href: base },
        ]}
        chips={live && <Chip>{archived ? 'Archived' : `Live v${live.version}`}</Chip>}
      >
        {mayWrite && <ModelMenu workspace={workspace} model={model} />}
        {before && !ofContacts && (
          <Button asChild variant="go">
            <Link href={`${base}/compare`}>Compare versions</Link>
          </Button>
        )}
      </TopBar>
      <Page>
        {model.archivedAt && (
          <Notice title={`This model was archived on ${formatDay(model.archivedAt, zone)}`}>
            It is not scored and not offered any more; its versions and scores stay.
            {mayWrite && ' Restore it to publish or score again.'}
          </Notice>
        )}
        <VersionsAnswer versions={data.items} zone={zone} />
        <VersionsCard
          workspace={workspace}
          model={model}
          versions={data.items}
          zone={zone}
          mayWrite={mayWrite && !archived}
          mayScore={mayScore && !archived}
        />
        <HistoryCard workspace={workspace} model={model.id} zone={zone} initial={history} />
      </Page>
    </>
  )
}
