import Link from 'next/link'
import { stageName, stateWords } from '@/components/people/words'
import { Card, CardFooter } from '@/components/ui/card'
import { KeyNumber, KeyNumbers } from '@/components/ui/key-numbers'
import { tierTone } from '@/components/ui/tier-tone'
import { formatDay } from '@/lib/format/instant'
import { formatNumber, formatScore } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import type { Person } from '@/lib/people/client'

type Props = { person: Person; workspace: string; zone: string }

/** What stands over everything else about a person, each with its unit and basis. */
export function PersonNumbers({ person, workspace, zone }: Props) {
  const { model, rfm, account, accountPeople, tenureDays } = person
  const tiers = model?.tiers ?? []
  const place = tiers.findIndex(({ key }) => key === person.tier)
  const tier = tiers[place]
  const above = tier && person.score !== null ? person.score - tier.from : null
  return (
    <Card aria-label="Key numbers">
      <KeyNumbers>
        <KeyNumber
          label="Score"
          tone={place < 0 ? undefined : tierTone(tiers, place)}
          value={formatScore(person.score)}
          note={
            person.asOf
              ? `raw ${formatNumber(person.raw, 2)} · ${formatDay(person.asOf, zone)}`
              : 'no run has seen this person yet'
          }
        />
        <KeyNumber
          label="Tier"
          value={tier?.name ?? stateWords[person.state]}
          note={[
            person.tierSince && `since ${formatDay(person.tierSince, zone)}`,
            above !== null && place > 0 && `${formatScore(above)} above the cut`,
          ]
            .filter(Boolean)
            .join(', ')}
        />
        <KeyNumber
          label="R · F · M"
          value={rfm ? `${rfm.recency.quintile} · ${rfm.frequency.quintile} · ${rfm.monetary.quintile}` : '–'}
          note={
            rfm ? (
              <>
                quintiles, 5 is best:{' '}
                {rfm.recency.value === null ? 'none' : `${formatNumber(rfm.recency.value, 1)} days ago`},{' '}
                {plural(rfm.frequency.value ?? 0, 'event')}, value {formatNumber(rfm.monetary.value)}
              </>
            ) : (
              'quintiles of people with a score'
            )
          }
        />
        <KeyNumber
          label="Tenure"
          value={tenureDays === null ? '–' : formatNumber(Math.floor(tenureDays))}
          detail={tenureDays === null ? undefined : 'days'}
          note={[
            person.stage && stageName(person.stage).toLowerCase(),
            person.firstSeen && `since ${formatDay(person.firstSeen, zone)}`,
          ]
            .filter(Boolean)
            .join(', ')}
        />
        <KeyNumber
          label="Account"
          value={
            account === null ? (
              '–'
            ) : (
              <Link
                href={`/w/${workspace}/people?account=${encodeURIComponent(account)}`}
                className="break-all hover:underline"
              >
                {account}
              </Link>
            )
          }
          note={
            accountPeople
              ? `${plural(accountPeople.people, 'person', 'people')}, mean score ${formatScore(accountPeople.meanScore)} of ${formatNumber(accountPeople.scored)} scored`
              : 'of no account'
          }
        />
      </KeyNumbers>
      {tier?.strategy && (
        <CardFooter className="whitespace-pre-line [overflow-wrap:anywhere]">
          <b>What to do with {tier.name}:</b> {tier.strategy}
        </CardFooter>
      )}
    </Card>
  )
}
