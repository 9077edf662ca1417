'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { Columns, Page } from '@/components/layout/page'
import { TopBar } from '@/components/layout/top-bar'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import type { JsonOf } from '@/lib/api/json-of'
import { formatInstant } from '@/lib/format/instant'
import { comparisonQuery, versionsQuery } from '@/lib/models/client'
import type { ComparePage } from '@/lib/models/compare-page'
import type { Compared } from '@/lib/models/compared-in'
import { CompareAnswer } from './compare-answer'
import { CompareChoice } from './compare-choice'
import { CompareHistogram } from './compare-histogram'
import { CompareMatrix } from './compare-matrix'
import { CompareMovers } from './compare-movers'
import { ChangesCard } from './changes-card'
import { MissingScores } from './missing-scores'
import { useCompared } from './use-compared'

export type CompareViewProps = {
  workspace: string
  zone: string
  mayScore: boolean
  initial: JsonOf<ComparePage> & { compared: Compared }
}

/** Two versions of a model on one date: whom the one puts where the other does not. */
export function CompareView({ workspace, zone, mayScore, initial }: CompareViewProps) {
  const { model } = initial
  const [compared, change] = useCompared()
  const opened = JSON.stringify(compared) === JSON.stringify(initial.compared)
  const versions = useQuery(versionsQuery(workspace, model.id)).data?.items ?? initial.versions
  const several = versions.length > 1
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...comparisonQuery(workspace, model.id, compared),
    ...(opened && initial.comparison && { initialData: initial.comparison }),
    retry: false,
    enabled: several,
  })
  const base = `/w/${workspace}/models/${model.id}`
  const title = data ? `Compare v${data.from.version} with v${data.to.version}` : 'Compare versions'
  return (
    <>
      <TopBar
        title={title}
        parent={[
          { label: 'Models', href: `/w/${workspace}/models` },
          { label: model.name, href: base },
          { label: 'Versions', href: `${base}/versions` },
        ]}
        chips={data && <Chip>As of {formatInstant(data.asOf, zone)}</Chip>}
      />
      <Page>
        {data && <CompareAnswer comparison={data} zone={zone} />}
        {several ? (
          <CompareChoice
            versions={versions}
            comparison={data ?? null}
            compared={compared}
            zone={zone}
            onChange={change}
          />
        ) : (
          <EmptyState
            title="There is nothing to compare with yet"
            action={
              <Button asChild>
                <Link href={base}>Change the draft</Link>
              </Button>
            }
          >
            Two versions are compared here. Publish a draft, and it stands beside the one before.
          </EmptyState>
        )}
        {error && (
          <Notice
            kind="error"
            live
            title="These versions cannot be compared"
            action={<Button onClick={() => void refetch()}>Try again</Button>}
          >
            {error.message}
          </Notice>
        )}
        {several && !data && !error && <Skeleton className="h-96" />}
        {data && (
          <div
            className={isPlaceholderData ? 'grid grid-cols-[minmax(0,1fr)] gap-4 opacity-60' : 'grid grid-cols-[minmax(0,1fr)] gap-4'} // prettier-ignore
            aria-busy={isPlaceholderData}
          >
            {data.missing.map((version) => (
              <MissingScores
                key={`${version} ${data.asOf}`}
                workspace={workspace}
                model={model.id}
                version={version}
                asOf={data.asOf}
                zone={zone}
                may={mayScore && model.archivedAt === null}
              />
            ))}
            <Columns split="wide-left">
              <CompareHistogram comparison={data} zone={zone} />
              <ChangesCard comparison={data} />
            </Columns>
            {data.moves && (
              <>
                <CompareMatrix comparison={data} moves={data.moves} />
                <CompareMovers comparison={data} movers={data.moves.movers} workspace={workspace} />
              </>
            )}
          </div>
        )}
      </Page>
    </>
  )
}
