'use client'
import { Columns } from '@/components/layout/page'
import { Notice } from '@/components/ui/notice'
import type { Overview, TiersOverTime } from '@/lib/engagement/client'
import { BehaviorsCard } from './behaviors-card'
import { CoverageCard } from './coverage-card'
import { DistributionCard } from './distribution-card'
import { MoversCard } from './movers-card'
import { OverviewAnswer } from './overview-answer'
import { PopulationNumbers } from './population-numbers'
import { TiersCard } from './tiers-card'

type Props = { workspace: string; data: Overview; initialTiers: TiersOverTime | null }

/** Everybody placed: the answer, the numbers, the pictures, who moved, and how it came about. */
export function ScoredOverview({ workspace, data, initialTiers }: Props) {
  const { model, scores, earlier, document, behaviors, restating, timeZone } = data
  if (!model || !scores || !document || !behaviors) return null
  const { version, asOf, runId } = scores
  const scored = { model: model.id, version, asOf, runId }
  return (
    <>
      <OverviewAnswer
        workspace={workspace}
        scores={scores}
        earlier={earlier}
        document={document}
        zone={timeZone}
      />
      {model.starter && model.version === 1 && (
        <Notice title="This is a starter model">
          It was made from your most used events, so that there is something to look at. Weigh what matters to
          you and publish a model of your own before anybody acts on these scores.
        </Notice>
      )}
      <PopulationNumbers
        scores={scores}
        earlier={earlier}
        activeWithinDays={document.activeWithinDays}
        zone={timeZone}
      />
      <Columns>
        <div id="distribution" className="min-w-0">
          <DistributionCard scores={scores} document={document} model={model.name} zone={timeZone} />
        </div>
        <TiersCard
          workspace={workspace}
          scored={scored}
          restating={restating}
          zone={timeZone}
          initial={initialTiers}
        />
      </Columns>
      <MoversCard
        workspace={workspace}
        scored={scored}
        earlier={earlier?.asOf ?? null}
        restating={restating}
        zone={timeZone}
      />
      <Columns>
        <CoverageCard scores={scores} activeWithinDays={document.activeWithinDays} workspace={workspace} />
        <BehaviorsCard
          behaviors={behaviors}
          document={document}
          model={model}
          zone={timeZone}
          version={version}
        />
      </Columns>
    </>
  )
}
