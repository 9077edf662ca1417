import { Answer } from '@/components/layout/answer'
import { formatInstant } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import type { PeoplePage } from '@/lib/people/client'
import { type PeopleView, isNarrowed } from '@/lib/people/view'

type Props = {
  /** Null while it is being counted. */
  total: number | null
  scores: PeoplePage['scores']
  view: PeopleView
  zone: string
}

/** How many, of what, as of when. */
export function PeopleAnswer({ total, scores, view, zone }: Props) {
  const caption = scores
    ? `As of ${formatInstant(scores.asOf, zone)}, ${scores.model.name} v${scores.version}, n = ${formatNumber(scores.n)} scored. Score 0 to 100, higher is better.`
    : 'Nobody is scored yet.'
  if (total === null) return <Answer caption={caption}>Looking for people …</Answer>
  const people = plural(total, 'person', 'people')
  if (isNarrowed(view)) {
    return (
      <Answer caption={caption}>
        <b>{people}</b> {total === 1 ? 'matches' : 'match'}.
      </Answer>
    )
  }
  return (
    <Answer caption={caption}>
      <b>{people}</b>
      {scores ? `, ${formatNumber(scores.n)} of them with a score.` : ', not scored yet.'}
    </Answer>
  )
}
