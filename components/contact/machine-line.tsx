'use client'
import { SegmentedControl } from '@/components/ui/segmented-control'
import type { Contact } from '@/lib/contacts/client'
import { machineEffect, machineWords } from './machine-words'
import type { ContactHistory } from '@/lib/scoring/contacts/contact-history'

export type MachineChoice = 'exclude' | 'include'

type Props = {
  history: ContactHistory
  /** What the model says. */
  usual: MachineChoice
  chosen: MachineChoice
  onChoose: (choice: MachineChoice) => void
  /** Under the model's choice. */
  score: number
  /** The rating under the other choice than the model's. */
  other: NonNullable<Contact['withMachines']>
}

/** Reads and clicks that no human made, and the whole page with them or without. */
export function MachineLine({ history, usual, chosen, onChoose, score, other }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-line bg-sunken px-3 py-2 text-sm">
      <p className="min-w-64 flex-1 text-ink-2">
        {chosen === usual ? (
          <>
            <b className="text-ink">{machineWords(history, usual)}.</b> {machineEffect(usual, score, other)}
          </>
        ) : (
          <>
            <b className="text-ink">
              Shown as if machine activity {chosen === 'include' ? 'counted' : 'were left out'}.
            </b>{' '}
            The published model {usual === 'exclude' ? 'leaves it out' : 'counts it'}; nothing is stored.
          </>
        )}
      </p>
      <SegmentedControl
        label="Machine activity"
        options={[
          { value: 'exclude', label: 'Left out' },
          { value: 'include', label: 'Counted' },
        ]}
        value={chosen}
        onValueChange={onChoose}
      />
    </div>
  )
}
