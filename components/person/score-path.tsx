'use client'
import { ChartCard } from '@/components/charts/chart-card'
import type { ChartData } from '@/components/charts/chart-data'
import { ChartFrame } from '@/components/charts/chart-frame'
import { stateWords } from '@/components/people/words'
import { EmptyState } from '@/components/ui/empty-state'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { formatDay } from '@/lib/format/instant'
import { formatNumber, formatPlain, formatScore } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import type { PersonPath } from '@/lib/people/client'
import type { Reference } from '@/lib/people/schema'
import { ScorePathDrawing } from './score-path-drawing'

const HEIGHT = 220

type Props = {
  path: PersonPath
  zone: string
  reference: Reference
  onReference: (reference: Reference) => void
  /** The instant the change below is told from. */
  since: string | undefined
  name: string
}

const andList = new Intl.ListFormat('en')

/** The score of a person over twelve months, week by week, with the tier cuts. */
export function ScorePath({ path, zone, reference, onReference, since, name }: Props) {
  const points = path.items
  const cuts = path.tiers.slice(1).map(({ from }) => formatPlain(from))
  const placed =
    reference === 'frozen' && path.referenceAsOf
      ? `placed among the people of ${formatDay(path.referenceAsOf, zone)}`
      : 'each placed among the people of its own week'
  const scored = points.filter(({ score }) => score !== null).length
  return (
    <ChartCard
      title="Score over twelve months"
      caption={`weekly, ${placed}; dashed lines are the tier cuts at ${andList.format(cuts)}`}
      tools={
        <SegmentedControl
          label="Reference"
          options={[
            { value: 'frozen', label: 'Frozen' },
            { value: 'rolling', label: 'Rolling' },
          ]}
          value={reference}
          onValueChange={onReference}
        />
      }
      data={tableOf(path, zone)}
      fileName={`score-path-${reference}`}
      height={HEIGHT}
      footer={
        scored < points.length &&
        `${plural(points.length - scored, 'week')} without a score, ${why(points)}: the line is broken there.`
      }
      state={
        points.length === 0
          ? {
              kind: 'empty',
              message: (
                <EmptyState title="No weekly scores yet">
                  They appear when the past year has been scored, and then every Monday.
                </EmptyState>
              ),
            }
          : undefined
      }
    >
      <ChartFrame height={HEIGHT}>
        {(width) => (
          <ScorePathDrawing
            width={width}
            height={HEIGHT}
            points={points}
            tiers={path.tiers}
            zone={zone}
            since={since}
            label={`Score of ${name}, weekly`}
          />
        )}
      </ChartFrame>
    </ChartCard>
  )
}

function why(points: PersonPath['items']): string {
  const states = new Set(points.filter(({ score }) => score === null).map(({ state }) => stateWords[state]))
  return andList.format([...states]).toLowerCase()
}

function tableOf({ items, tiers }: PersonPath, zone: string): ChartData {
  return {
    columns: [
      { name: 'Week of' },
      { name: 'Score, 0 to 100', numeric: true },
      { name: 'Raw', numeric: true },
      { name: 'Tier or state' },
      { name: 'Version', numeric: true },
    ],
    rows: items.map(({ asOf, score, raw, tier, state, version }) => [
      { value: asOf, text: formatDay(asOf, zone) },
      { value: score ?? '', text: formatScore(score) },
      { value: raw ?? '', text: formatNumber(raw, 2) },
      tiers.find(({ key }) => key === tier)?.name ?? stateWords[state],
      version,
    ]),
  }
}
