import { stateWords } from '@/components/people/words'
import { type PersonState, personStates } from '@/lib/scoring/engagement/state'

export type CoverageRow = { state: PersonState; name: string; reason: string; people: number }

/** Those with a score first, then the states by how many they are; all rows sum to everybody. */
export function coverageOf(
  states: Readonly<Partial<Record<PersonState, number>>>,
  activeWithinDays: number,
): { rows: CoverageRow[]; total: number } {
  const reasons: Record<PersonState, string> = {
    scored: 'in the numbers above',
    dormant: `active before, not in the last ${activeWithinDays} days`,
    grace: 'too new to be compared',
    'not-yet-seen': 'known, but never active before this date',
    excluded: 'left out by the model',
    unknown: 'refused consent',
  }
  const rows = personStates.map((state) => ({
    state,
    name: stateWords[state],
    reason: reasons[state],
    people: states[state] ?? 0,
  }))
  const [scored, ...others] = rows
  return {
    rows: scored ? [scored, ...others.sort((one, other) => other.people - one.people)] : others,
    total: rows.reduce((sum, { people }) => sum + people, 0),
  }
}
