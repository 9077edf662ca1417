import Link from 'next/link'
import { Answer } from '@/components/layout/answer'
import { pointsInWords, sinceInWords } from '@/components/overview/overview-words'
import type { ContactsOverview } from '@/lib/contacts/client'
import { formatDay } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { formatPercent } from '@/lib/format/percent'
import { listHref } from './list-href'
import { cutsInWords, responsiveShare, starsThen } from './overview-words'

type Props = {
  workspace: string
  model?: string
  data: ContactsOverview & { ratedBy: NonNullable<ContactsOverview['ratedBy']> }
  zone: string
}

/** The share of those who respond, whether it grew, and how many are to be left alone. */
export function ContactsAnswer({ workspace, model, data, zone }: Props) {
  const { contacts, stars, cuts, week, ratedBy } = data
  const now = responsiveShare(stars)
  const then = week && responsiveShare(starsThen(week))
  const change =
    week && now !== null && then !== null
      ? `, ${pointsInWords(now, then)} ${sinceInWords(week.since, ratedBy.asOf, zone)}`
      : ''
  const lowest = stars[0] ?? 0
  return (
    <Answer
      caption={
        <>
          Score: {cutsInWords(cuts)}; higher is better.{' '}
          {week && `Change is against ${formatDay(week.since, zone)}.`}
        </>
      }
    >
      <b>{formatPercent(now)} of contacts are at 4★ or 5★</b>
      {change}; {formatNumber(lowest)} of {formatNumber(contacts)} are at{' '}
      <Link href={listHref(workspace, { stars: '1' }, model)} className="text-accent underline">
        1★
      </Link>
      .
    </Answer>
  )
}
