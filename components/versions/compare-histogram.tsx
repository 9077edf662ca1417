'use client'
import { ScoreHistogram } from '@/components/charts/score-histogram'
import { EmptyState } from '@/components/ui/empty-state'
import { formatDay } from '@/lib/format/instant'
import { plural } from '@/lib/format/plural'
import type { Comparison } from '@/lib/models/client'
import { CompareTiers } from './compare-tiers'

type Props = { comparison: Comparison; zone: string }

/** How scores are spread under the one version, over the outline of the other, and what is in each tier. */
export function CompareHistogram({ comparison, zone }: Props) {
  const { from, to, asOf } = comparison
  const drawn = to.scores ? to : from
  const ghost = to.scores ? from : null
  const { scores } = drawn
  const line = ghost?.scores ? `bars: v${drawn.version} · line: v${ghost.version}` : `v${drawn.version}`
  return (
    <ScoreHistogram
      title="Scores under both versions"
      caption={
        scores
          ? `${plural(scores.n, 'person', 'people')} as of ${formatDay(asOf, zone)} · ${line}`
          : undefined
      }
      bins={scores?.bins ?? []}
      zeros={scores?.zeros ?? 0}
      tiers={(scores?.tiers ?? []).map(({ key, name, from: edge, people, colour }) => ({
        key,
        name,
        from: edge,
        count: people,
        colour,
      }))}
      ghost={ghost?.scores ?? undefined}
      evenShare={null}
      fileName={`scores-v${from.version}-v${to.version}-${asOf.slice(0, 10)}`}
      state={
        scores
          ? undefined
          : {
              kind: 'empty',
              message: (
                <EmptyState title="Neither version has scores at this instant">
                  Score them above, or choose another date.
                </EmptyState>
              ),
            }
      }
      details={scores && <CompareTiers comparison={comparison} />}
    />
  )
}
