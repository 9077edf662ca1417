import { Answer } from '@/components/layout/answer'
import { stageName, stateWords } from '@/components/people/words'
import { formatDay } from '@/lib/format/instant'
import { formatNumber, formatScore } from '@/lib/format/number'
import type { Explanation, Person } from '@/lib/people/client'

type Props = { person: Person; explanation: Explanation | null; zone: string }

/** A word for the direction of a change in points. */
function moved(change: number): string {
  const points = formatScore(Math.abs(change))
  if (points === '0.0') return 'unchanged'
  return `${change > 0 ? 'up' : 'down'} ${points} points`
}

/** The sentence the page exists for. */
export function PersonAnswer({ person, explanation, zone }: Props) {
  const name = person.email ?? person.personId
  const score = explanation?.score
  if (!score) return <Answer caption={why(person, zone)}>{<b>{name} has no score.</b>}</Answer>
  const { change, reference } = explanation
  const { below, n, stages } = score.place
  const before = change?.from.score
  const when = formatDay(reference.asOf, zone)
  return (
    <Answer
      caption={
        <>
          Score 0 to 100, higher is better. Higher than {formatNumber(below)} of {formatNumber(n)}{' '}
          {stages.map(stageName).join(' and ').toLowerCase()} people{' '}
          {reference.type === 'frozen' ? 'on' : 'of'} {when}
          {reference.type === 'frozen' ? ', the frozen reference' : ''}.
        </>
      }
    >
      <b>
        {name} scores {formatScore(score.score)} and is in {score.tier.name}
      </b>
      {change && before !== null && before !== undefined && (
        <>
          , {moved(score.score - before)} since {formatDay(change.from.asOf, zone)}
          {change.words && <>: {lowerFirst(change.words)}</>}
        </>
      )}
      .
    </Answer>
  )
}

const lowerFirst = (text: string) => (text.charAt(0).toLowerCase() + text.slice(1)).replace(/\.$/, '')

function why({ state, asOf, lastActivity }: Person, zone: string): string {
  const last = lastActivity ? ` Last active ${formatDay(lastActivity, zone)}.` : ''
  return asOf === null
    ? `No run has seen this person yet.${last}`
    : `${stateWords[state]} as of ${formatDay(asOf, zone)}. A missing score is not a zero.${last}`
}
