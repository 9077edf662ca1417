'use client'
import { useQuery } from '@tanstack/react-query'
import { DemoNotice } from '@/components/demo/demo-notice'
import { FirstMinutesCard } from '@/components/first-minutes/first-minutes-card'
import { Page } from '@/components/layout/page'
import { TopBar } from '@/components/layout/top-bar'
import { Chip } from '@/components/ui/chip'
import { demoQuery, isUnderWay } from '@/lib/demo/client'
import { type Overview, type TiersOverTime, overviewQuery } from '@/lib/engagement/client'
import { formatInstant } from '@/lib/format/instant'
import { ExportAtRisk } from './export-at-risk'
import { DemoComing, NoModel, NoScores, Nothing } from './before-scores'
import { ModelChoice } from './model-choice'
import { RunNotice } from './run-notice'
import { ScoreNow } from './score-now'
import { ScoredOverview } from './scored-overview'

export type OverviewViewProps = {
  workspace: string
  /** The model the address asks for. */
  asked?: string
  mayScore: boolean
  /** May the asker fill the workspace with the demo? */
  mayManage: boolean
  /** May people leave the product with their names? */
  mayExport: boolean
  mayWriteModels: boolean
  mayCreateWorkspaces: boolean
  /** Is the demo in the workspace, loaded to its end? */
  holdsDemo: boolean
  initial: Overview
  /** The weeks under the frozen reference; null without scores. */
  initialTiers: TiersOverTime | null
}

/** The overview at whatever stage a workspace is: empty, with events, with a model, scored. */
export function OverviewView(props: OverviewViewProps) {
  const { workspace, asked, mayScore, mayExport, initial } = props
  const { data } = useQuery({ ...overviewQuery(workspace, asked), initialData: initial })
  const demo = useQuery(demoQuery(workspace)).data
  const holdsDemo = demo ? demo.load?.state === 'done' : props.holdsDemo
  const { model, scores, timeZone } = data
  const chips = model && scores && (
    <>
      <Chip>As of {formatInstant(scores.asOf, timeZone)}</Chip>
      <ModelChoice workspace={workspace} model={model} version={scores.version} />
    </>
  )
  return (
    <>
      <TopBar title="Overview" chips={chips}>
        {model && mayScore && !data.running && (
          <ScoreNow workspace={workspace} model={model.id} first={!scores} />
        )}
        {model && scores && mayExport && (
          <ExportAtRisk workspace={workspace} model={model.id} tier={scores.tiers[0]?.name} />
        )}
      </TopBar>
      <Page>
        <DemoNotice workspace={workspace} may={props.mayManage} />
        {holdsDemo && model && scores && (
          <FirstMinutesCard
            workspace={workspace}
            model={model.id}
            mayWriteModels={props.mayWriteModels}
            mayExport={mayExport}
            mayCreateWorkspaces={props.mayCreateWorkspaces}
          />
        )}
        {stage(props, data, demo !== undefined && isUnderWay(demo))}
      </Page>
    </>
  )
}

function stage(props: OverviewViewProps, data: Overview, demoComes: boolean) {
  const { workspace, mayScore, mayManage, initialTiers } = props
  const { model, scores, lastOccurredAt, timeZone } = data
  if (!scores && demoComes) return <DemoComing />
  if (!lastOccurredAt) return <Nothing workspace={workspace} mayLoad={mayManage} />
  if (!model)
    return <NoModel workspace={workspace} may={mayScore} lastOccurredAt={lastOccurredAt} zone={timeZone} />
  return (
    <>
      <RunNotice workspace={workspace} data={data} may={mayScore} />
      {scores ? (
        <ScoredOverview workspace={workspace} data={data} initialTiers={initialTiers} />
      ) : (
        <NoScores model={model.name} running={data.running !== null} />
      )}
    </>
  )
}
