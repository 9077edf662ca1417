import { Answer } from '@/components/layout/answer'
import { formatDay, formatInstant } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import type { Comparison } from '@/lib/models/client'
import { answerOf, gainedAndLost } from './compare-words'

type Side = Comparison['to']

const referenceOf = ({ version, scores }: Side, zone: string) =>
  scores?.reference === 'frozen'
    ? `v${version} against the people of ${formatDay(scores.referenceAsOf, zone)}`
    : `v${version} against those of the day`

/** How many people change tier between the two versions. */
export function CompareAnswer({ comparison, zone }: { comparison: Comparison; zone: string }) {
  const { from, to, moves, asOf, missing } = comparison
  if (!moves) {
    const [first] = missing
    return (
      <Answer caption="Both versions have to have scored the same instant; higher scores are better.">
        <b>
          v{from.version} and v{to.version} cannot be compared as of {formatInstant(asOf, zone)} yet
        </b>
        : {missing.length > 1 ? 'neither has scores' : `v${first} has no scores`} of that instant.
      </Answer>
    )
  }
  const { claim, rest } = answerOf(comparison, moves)
  const { gained, lost } = gainedAndLost(moves)
  return (
    <Answer
      caption={
        <>
          {plural(moves.n, 'person', 'people')} with a score under both, as of {formatInstant(asOf, zone)};{' '}
          {referenceOf(from, zone)}, {referenceOf(to, zone)}. Higher scores are better.
          {gained + lost > 0 &&
            ` ${formatNumber(gained)} gain a score under v${to.version}, ${formatNumber(lost)} lose theirs.`}
        </>
      }
    >
      <b>{claim}</b>
      {rest}
    </Answer>
  )
}
