'use client'
import Link from 'next/link'
import { ScoreHistogram } from '@/components/charts/score-histogram'
import { Answer } from '@/components/layout/answer'
import { Columns } from '@/components/layout/page'
import { Card, CardFooter } from '@/components/ui/card'
import { KeyNumber, KeyNumbers } from '@/components/ui/key-numbers'
import { Notice } from '@/components/ui/notice'
import { tierTone } from '@/components/ui/tier-tone'
import type { Overview } from '@/lib/engagement/client'
import { formatDay } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { formatPercent, formatShare } from '@/lib/format/percent'
import { plural } from '@/lib/format/plural'
import { formatSigned } from '@/lib/format/signed'
import { BehaviorsCard } from './behaviors-card'
import { StatesCard } from './states-card'

const manyZeros = 0.2

type Props = { workspace: string; data: Overview }

/** Everybody placed: the answer, the numbers, the picture, and how it came about. */
export function ScoredOverview({ workspace, data }: Props) {
  const { model, scores, earlier, document, behaviors, timeZone } = data
  if (!model || !scores || !document || !behaviors) return null
  const top = scores.tiers.at(-1)
  const bottom = scores.tiers[0]
  const asOf = formatDay(scores.asOf, timeZone)
  const before = earlier && formatDay(earlier.asOf, timeZone)
  const change = (now: number, then: number | undefined) =>
    before && then !== undefined ? `${formatSigned(now - then)} since ${before}` : undefined

  return (
    <>
      <Answer
        caption={
          <>
            Scores are percentiles{document.lifecycle.ownBaseline && ' among people of the same stage'}, 0 to
            100, higher is better. Active: any activity in the {document.activeWithinDays} days before {asOf};
            counted: {document.windowDays} days. n = {formatNumber(scores.n)}.
          </>
        }
      >
        <b>
          {top && formatShare(top.people, scores.n)} of active people are in {top?.name}
        </b>
        ; {formatNumber(bottom?.people)} of {formatNumber(scores.n)} are{' '}
        <Link href={`/w/${workspace}/people?tier=${bottom?.key}`} className="text-accent underline">
          {bottom?.name}
        </Link>
        .
      </Answer>
      {model.starter && model.version === 1 && (
        <Notice title="This is a starter model">
          It was made from your most used events, so that there is something to look at. Weigh what matters to
          you and publish a model of your own before anybody acts on these scores.
        </Notice>
      )}
      <Card aria-label="Key numbers">
        <KeyNumbers>
          <KeyNumber
            label="Active people"
            value={formatNumber(scores.n)}
            note={change(scores.n, earlier?.n) ?? 'with a score'}
          />
          {[...scores.tiers].reverse().map((tier) => (
            <KeyNumber
              key={tier.key}
              label={tier.name}
              tone={tierTone(scores.tiers.indexOf(tier), scores.tiers.length)}
              value={formatNumber(tier.people)}
              detail={formatShare(tier.people, scores.n)}
              note={
                change(tier.people, earlier?.tiers.find(({ key }) => key === tier.key)?.people) ??
                range(scores.tiers, tier)
              }
            />
          ))}
          <KeyNumber
            label="Median raw score"
            value={formatNumber(scores.medianRaw, 1)}
            note={
              change(scores.medianRaw ?? 0, earlier?.medianRaw ?? undefined) ??
              'weighted points, higher is better'
            }
          />
          <KeyNumber
            label="Dormant"
            tone="dormant"
            value={formatNumber(scores.states.dormant ?? 0)}
            note={`no activity in ${document.activeWithinDays} days · not scored`}
          />
        </KeyNumbers>
        {scores.zeroShare !== null && scores.zeroShare > manyZeros && (
          <CardFooter>
            <b>{formatPercent(scores.zeroShare)} did none of the key behaviors</b> in the window and score 0,
            so {bottom?.name} holds at least that share. A longer window or a commoner behavior would tell
            them apart.
          </CardFooter>
        )}
      </Card>
      <Columns split="wide-left">
        <ScoreHistogram
          bins={scores.bins}
          zeros={scores.zeros}
          tiers={scores.tiers.map(({ key, name, from, people }) => ({ key, name, from, count: people }))}
          fileName={`scores-${scores.asOf.slice(0, 10)}`}
          footer={`${plural(scores.zeros, 'person', 'people')} at 0, ${formatShare(scores.zeros, scores.n)} of n = ${formatNumber(scores.n)}, as of ${asOf}, ${model.name} v${scores.version}.`}
        />
        <StatesCard scores={scores} activeWithinDays={document.activeWithinDays} workspace={workspace} />
      </Columns>
      <BehaviorsCard
        behaviors={behaviors}
        document={document}
        model={model}
        zone={timeZone}
        version={scores.version}
      />
    </>
  )
}

type Tiers = NonNullable<Overview['scores']>['tiers']

function range(tiers: Tiers, tier: Tiers[number]): string {
  const next = tiers[tiers.indexOf(tier) + 1]
  return next ? `score ${tier.from} to under ${next.from}` : `score ${tier.from} and above`
}
