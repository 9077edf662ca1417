'use client'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { TierMark } from '@/components/ui/tier-mark'
import { tierTone } from '@/components/ui/tier-tone'
import { formatPlain } from '@/lib/format/number'
import { formatPercent } from '@/lib/format/percent'
import { plural } from '@/lib/format/plural'
import type { TierStep, TierSteps } from '@/lib/tier-steps/client'
import { Dumbbell } from './dumbbell'
import { behaviorWords, differenceWords } from './step-words'

const SHOWN = 7

type Props = { step: TierStep; tiers: TierSteps['tiers'] }

const times = (median: number | null) => (median === null ? '–' : formatPlain(median, 1))

/** The behaviors that set a tier apart from the one above it, the largest difference first. */
export function TierStepTable({ step, tiers }: Props) {
  const [all, setAll] = useState(false)
  const index = tiers.findIndex(({ key }) => key === step.tier)
  const [tier, above] = [tiers[index], tiers[index + 1]]
  if (!tier || !above) return null
  const tones = { here: tierTone(tiers, index), above: tierTone(tiers, index + 1) }
  const shown = all ? step.behaviors : step.behaviors.slice(0, SHOWN)
  return (
    <section aria-label={`${tier.name} to ${above.name}`} className="border-t border-line first:border-t-0">
      <h3 className="flex flex-wrap items-baseline gap-x-2 px-4 pt-3 text-sm max-md:px-3">
        <TierMark tone={tones.here}>{tier.name}</TierMark>
        <span aria-label="to">→</span>
        <TierMark tone={tones.above}>{above.name}</TierMark>
        <span className="text-xs text-ink-3">
          {plural(tier.people, 'person', 'people')} and {plural(above.people, 'person', 'people')}
        </span>
      </h3>
      <Table label={`What ${above.name} did more than ${tier.name}`}>
        <thead>
          <tr>
            <Th>Did it at least once</Th>
            <Th>0 to 100%</Th>
            <Th numeric>{above.name}</Th>
            <Th numeric>{tier.name}</Th>
            <Th>Difference, 95% interval</Th>
            <Th numeric title="Median of what those who did it count in the window">
              Median of doers
            </Th>
          </tr>
        </thead>
        <tbody>
          {shown.map((behavior) => (
            <Tr key={behavior.key}>
              <Th scope="row" className="max-w-56 truncate font-normal" title={behavior.name}>
                {behavior.name}
              </Th>
              <Td>
                <Dumbbell
                  here={behavior.here}
                  above={behavior.above}
                  tones={tones}
                  label={behaviorWords(behavior, { tier: tier.name, above: above.name })}
                />
              </Td>
              <Td numeric className="font-semibold">
                {formatPercent(behavior.above.share, 0)}
              </Td>
              <Td numeric quiet>
                {formatPercent(behavior.here.share, 0)}
              </Td>
              <Td className="whitespace-nowrap">
                {differenceWords(behavior)}
                {behavior.open && <Open />}
              </Td>
              <Td numeric quiet className="whitespace-nowrap">
                {times(behavior.above.median)} and {times(behavior.here.median)}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      {step.behaviors.length > SHOWN && (
        <div className="px-4 pb-2 max-md:px-3">
          <Button variant="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show all ${step.behaviors.length} behaviors`}
          </Button>
        </div>
      )}
    </section>
  )
}

/** The interval holds 0. */
const Open = () => (
  <span className="ml-2 inline-flex items-center gap-1 text-xs text-ink-3">
    <i aria-hidden className="size-2 rounded-full border border-line-strong" />
    open
  </span>
)
