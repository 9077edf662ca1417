'use client'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { Page } from '@/components/layout/page'
import { TopBar } from '@/components/layout/top-bar'
import { Button } from '@/components/ui/button'
import { Card, CardHeader, CardTable } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { Table, Th } from '@/components/ui/table'
import { formatNumber } from '@/lib/format/number'
import { type ModelsOverview, modelsOverviewQuery } from '@/lib/models/list/client'
import { ModelRow } from './model-row'
import { ModelsAnswer } from './models-answer'

export type ModelsViewProps = {
  workspace: string
  zone: string
  mayWrite: boolean
  /** What the page came with. */
  initial: { archived: boolean; models: ModelsOverview }
}

const show = (archived: boolean) =>
  window.history.replaceState(null, '', window.location.pathname + (archived ? '?archived' : ''))

/** The models of a workspace. */
export function ModelsView({ workspace, zone, mayWrite, initial }: ModelsViewProps) {
  const archived = useSearchParams().has('archived')
  const [problem, setProblem] = useState<string | null>(null)
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...modelsOverviewQuery(workspace, archived),
    ...(archived === initial.archived && { initialData: initial.models }),
  })
  const { items, counts } = data ?? initial.models
  const make = (
    <Button variant="go" asChild>
      <Link href={`/w/${workspace}/models/new`}>New model</Link>
    </Button>
  )
  return (
    <>
      <TopBar title="Models">{mayWrite && make}</TopBar>
      <Page>
        {!isPlaceholderData && <ModelsAnswer models={data ?? initial.models} archived={archived} />}
        {problem && <Notice kind="error" live title={problem} />}
        {error && (
          <Notice
            kind="error"
            live
            title="The list did not load"
            action={<Button onClick={() => void refetch()}>Try again</Button>}
          >
            {error.message}
          </Notice>
        )}
        <Card aria-labelledby="models" aria-busy={isPlaceholderData || undefined}>
          <CardHeader
            id="models"
            title={archived ? 'Archived models' : 'Models in use'}
            caption={
              archived
                ? 'The last archived first.'
                : 'The oldest first. The overview and the contacts open with the newest live one of their kind.'
            }
            tools={
              (counts.archived > 0 || archived) && (
                <SegmentedControl
                  label="Which models"
                  value={archived ? 'archived' : 'in-use'}
                  onValueChange={(value) => {
                    setProblem(null)
                    show(value === 'archived')
                  }}
                  options={[
                    { value: 'in-use', label: `In use ${formatNumber(counts.inUse)}` },
                    { value: 'archived', label: `Archived ${formatNumber(counts.archived)}` },
                  ]}
                />
              )
            }
          />
          {isPlaceholderData ? null : items.length === 0 ? (
            <EmptyState
              title={archived ? 'Nothing is archived' : 'No model yet'}
              action={!archived && mayWrite && <NewModel workspace={workspace} />}
            >
              {archived
                ? 'A model that is archived stands here, and can be restored.'
                : 'Begin with a template of your field, with the usual model of contacts, or with a document of your own.'}
            </EmptyState>
          ) : (
            <CardTable>
              <Table label={archived ? 'Archived models' : 'Models'}>
                <thead>
                  <tr>
                    <Th>Model</Th>
                    <Th>Live</Th>
                    <Th>Published</Th>
                    <Th numeric>People or contacts</Th>
                    <Th>Tiers or stars, shares</Th>
                    <Th>
                      <span className="sr-only">Actions</span>
                    </Th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((model) => (
                    <ModelRow
                      key={model.id}
                      workspace={workspace}
                      zone={zone}
                      model={model}
                      mayWrite={mayWrite}
                      onProblem={setProblem}
                    />
                  ))}
                </tbody>
              </Table>
            </CardTable>
          )}
        </Card>
      </Page>
    </>
  )
}

const NewModel = ({ workspace }: { workspace: string }) => (
  <Button asChild>
    <Link href={`/w/${workspace}/models/new`}>Make a model</Link>
  </Button>
)
