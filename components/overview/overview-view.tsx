'use client'
import { useQuery } from '@tanstack/react-query'
import { Page } from '@/components/layout/page'
import { TopBar } from '@/components/layout/top-bar'
import { Chip } from '@/components/ui/chip'
import { type Overview, overviewQuery } from '@/lib/engagement/client'
import { formatInstant } from '@/lib/format/instant'
import { NoModel, NoScores, Nothing } from './before-scores'
import { RunNotice } from './run-notice'
import { ScoreNow } from './score-now'
import { ScoredOverview } from './scored-overview'

export type OverviewViewProps = { workspace: string; mayScore: boolean; initial: Overview }

/** The overview at whatever stage a workspace is: empty, with events, with a model, scored. */
export function OverviewView({ workspace, mayScore, initial }: OverviewViewProps) {
  const { data } = useQuery({ ...overviewQuery(workspace), initialData: initial })
  const { model, scores, timeZone } = data
  const chips = model && scores && (
    <>
      <Chip>As of {formatInstant(scores.asOf, timeZone)}</Chip>
      <Chip>
        {model.name} v{scores.version}
      </Chip>
    </>
  )
  return (
    <>
      <TopBar title="Overview" chips={chips}>
        {model && mayScore && !data.running && <ScoreNow workspace={workspace} model={model.id} />}
      </TopBar>
      <Page>{stage(workspace, mayScore, data)}</Page>
    </>
  )
}

function stage(workspace: string, mayScore: boolean, data: Overview) {
  const { model, scores, lastOccurredAt, timeZone } = data
  if (!lastOccurredAt) return <Nothing workspace={workspace} />
  if (!model)
    return <NoModel workspace={workspace} may={mayScore} lastOccurredAt={lastOccurredAt} zone={timeZone} />
  return (
    <>
      <RunNotice workspace={workspace} data={data} may={mayScore} />
      {scores ? (
        <ScoredOverview workspace={workspace} data={data} />
      ) : (
        <NoScores model={model.name} running={data.running !== null} />
      )}
    </>
  )
}
