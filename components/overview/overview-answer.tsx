import Link from 'next/link'
import { Answer } from '@/components/layout/answer'
import type { Overview } from '@/lib/engagement/client'
import { formatDay } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'
import { pointsInWords, scaleInWords, sinceInWords } from './overview-words'

type Props = {
  workspace: string
  scores: NonNullable<Overview['scores']>
  earlier: Overview['earlier']
  document: NonNullable<Overview['document']>
  zone: string
}

/** The share of the highest tier, whether it grew, and how many are in the lowest. */
export function OverviewAnswer({ workspace, scores, earlier, document, zone }: Props) {
  const top = scores.tiers.at(-1)
  const [bottom] = scores.tiers
  const before = earlier?.tiers.find(({ key }) => key === top?.key)
  const change =
    top && earlier && before && earlier.n > 0 && scores.n > 0
      ? `, ${pointsInWords(top.people / scores.n, before.people / earlier.n)} ${sinceInWords(earlier.asOf, scores.asOf, zone)}`
      : ''
  return (
    <Answer
      caption={
        <>
          {scaleInWords(document, document.referenceAsOf, zone)}{' '}
          {earlier && `Change is against ${formatDay(earlier.asOf, zone)}. `}
          Active: any activity in the {document.activeWithinDays} days before {formatDay(scores.asOf, zone)}.
        </>
      }
    >
      <b>
        {top && formatShare(top.people, scores.n)} of active people are in {top?.name}
      </b>
      {change}; {formatNumber(bottom?.people)} of {formatNumber(scores.n)} are{' '}
      <Link href={`/w/${workspace}/people?tier=${bottom?.key}`} className="text-accent underline">
        {bottom?.name}
      </Link>
      .
    </Answer>
  )
}
