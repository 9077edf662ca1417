import { TierMark } from '@/components/ui/tier-mark'
import { tierTone } from '@/components/ui/tier-tone'
import type { PeoplePage, PersonRow } from '@/lib/people/client'
import { stateWords } from './words'

type Props = { person: PersonRow; tiers: NonNullable<PeoplePage['scores']>['tiers'] }

/** A person's tier; for somebody without a score the state that is why. */
export function Standing({ person, tiers }: Props) {
  const index = tiers.findIndex(({ key }) => key === person.tier)
  const tier = tiers[index]
  if (tier) return <TierMark tone={tierTone(tiers, index)}>{tier.name}</TierMark>
  const tone = person.state === 'dormant' ? 'dormant' : 'none'
  return (
    <TierMark tone={tone}>
      <span className="text-ink-3">{stateWords[person.state]}</span>
    </TierMark>
  )
}
