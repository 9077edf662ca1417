import type { PersonState } from '@/lib/scoring/engagement/state'

/** The states of people (`scoring.md` §1.5) as the product says them. */
export const stateNames: Record<PersonState, string> = {
  scored: 'Scored',
  unknown: 'Unknown',
  excluded: 'Excluded',
  'not-yet-seen': 'Not yet seen',
  dormant: 'Dormant',
  grace: 'Grace',
}
