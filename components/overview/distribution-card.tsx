import { ScoreHistogram } from '@/components/charts/score-histogram'
import type { Overview } from '@/lib/engagement/client'
import { formatDay } from '@/lib/format/instant'
import { formatNumber, formatPlain } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'
import { plural } from '@/lib/format/plural'
import { rawBars } from './raw-bars'

type Props = {
  scores: NonNullable<Overview['scores']>
  document: NonNullable<Overview['document']>
  model: string
  zone: string
}

/** How scores are spread; the raw ones too, since percentiles of the same people are spread evenly by definition. */
export function DistributionCard({ scores, document, model, zone }: Props) {
  const { bins, zeros, tiers, n, asOf, version, rawBins } = scores
  const { method, reference } = document.normalisation
  const of = `n = ${formatNumber(n)}, as of ${formatDay(asOf, zone)}, ${model} v${version}.`
  const drawnTo = rawBins ? formatPlain(rawBins.width * rawBins.counts.length) : ''
  return (
    <ScoreHistogram
      bins={bins}
      zeros={zeros}
      tiers={tiers.map(({ people, ...tier }) => ({ ...tier, count: people }))}
      evenShare={method !== 'percentile' ? null : reference.type === 'frozen' ? 'unchanged' : 'even'}
      rawBins={rawBins ? rawBars(rawBins) : undefined}
      fileName={`scores-${asOf.slice(0, 10)}`}
      footer={`${plural(zeros, 'person', 'people')} at 0, ${formatShare(zeros, n)} of ${of}`}
      rawFooter={
        rawBins && rawBins.above > 0
          ? `${plural(rawBins.above, 'person', 'people')} at ${drawnTo} and above, ${formatShare(rawBins.above, n)}, not drawn; ${of}`
          : of
      }
    />
  )
}
