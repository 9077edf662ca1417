import { Card, CardFooter } from '@/components/ui/card'
import { InfoButton } from '@/components/ui/info-button'
import { KeyNumber, KeyNumbers } from '@/components/ui/key-numbers'
import { tierTone } from '@/components/ui/tier-tone'
import type { Overview } from '@/lib/engagement/client'
import { formatDay, formatShortDay } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { formatPercent, formatShare } from '@/lib/format/percent'
import { formatSigned } from '@/lib/format/signed'
import { medianChange, tierChange } from './overview-words'

/** Above this share of zeros the lowest tier says little (`scoring.md` §1.3). */
const manyZeros = 0.2

type Scores = NonNullable<Overview['scores']>

type Props = {
  scores: Scores
  earlier: Overview['earlier']
  activeWithinDays: number
  zone: string
}

/** How many people, in which tier, and what changed since four weeks before. */
export function PopulationNumbers({ scores, earlier, activeWithinDays, zone }: Props) {
  const before = earlier && dayOf(earlier.asOf, scores.asOf, zone)
  const since = (now: number, then: number | undefined) =>
    before && then !== undefined ? `${formatSigned(now - then)} since ${before}` : undefined
  const [bottom] = scores.tiers
  const dormant = scores.states.dormant ?? 0

  return (
    <Card aria-label="Key numbers">
      <KeyNumbers>
        <KeyNumber
          label="Active people"
          value={formatNumber(scores.n)}
          note={since(scores.n, earlier?.n) ?? 'with a score'}
        />
        {[...scores.tiers].reverse().map((tier) => (
          <KeyNumber
            key={tier.key}
            label={
              <>
                {tier.name}
                {tier.strategy && (
                  <InfoButton label={`What to do with ${tier.name}`}>
                    <p className="whitespace-pre-line [overflow-wrap:anywhere]">{tier.strategy}</p>
                  </InfoButton>
                )}
              </>
            }
            tone={tierTone(scores.tiers, scores.tiers.indexOf(tier))}
            value={formatNumber(tier.people)}
            detail={formatShare(tier.people, scores.n)}
            note={tierNote(scores, earlier, tier)}
          />
        ))}
        <KeyNumber
          label="Median raw score"
          value={formatNumber(scores.medianRaw, 1)}
          note={
            before && scores.medianRaw !== null && earlier.medianRaw !== null
              ? medianChange(scores.medianRaw, earlier.medianRaw, before)
              : 'weighted points, higher is better'
          }
        />
        <KeyNumber
          label="Dormant"
          tone="dormant"
          value={formatNumber(dormant)}
          note={`${since(dormant, earlier?.states.dormant) ?? `no activity in ${activeWithinDays} days`} · not scored`}
        />
      </KeyNumbers>
      {scores.zeroShare !== null && scores.zeroShare > manyZeros && (
        <CardFooter>
          <b>{formatPercent(scores.zeroShare)} did none of the key behaviors</b> in the window and score 0, so{' '}
          {bottom?.name} holds at least that share. A longer window or a commoner behavior would tell them
          apart.
        </CardFooter>
      )}
    </Card>
  )
}

/** "2 Feb", with its year where that is another one. */
function dayOf(at: string, now: string, zone: string): string {
  const year = (instant: string) => formatDay(instant, zone).slice(-4)
  return year(at) === year(now) ? formatShortDay(at, zone) : formatDay(at, zone)
}

function tierNote(scores: Scores, earlier: Overview['earlier'], tier: Scores['tiers'][number]): string {
  const then = earlier?.tiers.find(({ key }) => key === tier.key)
  if (earlier && then && earlier.n > 0 && scores.n > 0)
    return tierChange(tier.people - then.people, tier.people / scores.n - then.people / earlier.n)
  const next = scores.tiers[scores.tiers.indexOf(tier) + 1]
  return next ? `score ${tier.from} to under ${next.from}` : `score ${tier.from} and above`
}
