'use client'
import { useState } from 'react'
import { useEditor } from '@/components/model/editor-context'
import { useWhatIf } from '@/components/model/what-if-context'
import { type Choice, ChoiceList } from './choice-list'
import { DateField } from './date-field'
import { beginsAfter, localDay } from './local-day'
import { usePart } from './use-part'

type Kind = 'rolling' | 'frozen'

const kinds: readonly Choice<Kind>[] = [
  {
    value: 'rolling',
    label: 'Rolling',
    hint: 'Each day is compared with its own people. The shares of the tiers hardly move: scores say who is ahead today.',
  },
  {
    value: 'frozen',
    label: 'Frozen',
    hint: 'Every day is compared with the people of one pinned date, scored under this version: whole tiers can grow, and a year can be told.',
  },
]

/** With whose people a raw score is compared. */
export function ReferenceSettings() {
  const { live, zone } = useEditor()
  const { asOf } = useWhatIf()
  const [{ reference }, set] = usePart('normalisation')
  const [openedAt] = useState(() => Date.now())
  const frozenLive = live?.document.normalisation.reference
  const problem = useFrozenProblem(openedAt)

  const choose = (type: Kind) => {
    if (type === 'rolling') return set({ reference: { type } })
    if (frozenLive?.type === 'frozen') return set({ reference: { ...frozenLive } })
    set({ reference: { type, asOf: localDay(asOf ?? new Date(openedAt).toISOString(), zone) } })
  }
  return (
    <>
      <ChoiceList label="Compared with" choices={kinds} value={reference.type} onChange={choose} />
      {reference.type === 'frozen' && (
        <DateField
          label="Pinned date"
          hint={`The first instant of this day, ${zone}. Its people are scored when the draft is published.`}
          path={['normalisation', 'reference']}
          value={reference.asOf}
          onChange={(day) => set({ reference: { type: 'frozen', asOf: day ?? '' } })}
          problem={problem}
        />
      )}
    </>
  )
}

/** What publishing would refuse although the grammar takes it. */
function useFrozenProblem(now: number): string | null {
  const { document, zone } = useEditor()
  const { state, result } = useWhatIf()
  const { reference } = document.normalisation
  if (reference.type === 'rolling') return null
  if (beginsAfter(reference.asOf, now, zone))
    return 'This date is in the future. Choose one that has been observed.'
  if (state === 'ready' && result?.summary.n === 0)
    return 'Nobody has a score at this date: there is nobody to compare with. Choose a later one.'
  return null
}
