'use client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ChartState } from '@/components/charts/chart-card'
import { TierShare } from '@/components/charts/tier-share'
import { useReference } from '@/components/charts/use-reference'
import { Button } from '@/components/ui/button'
import { tierTone } from '@/components/ui/tier-tone'
import { type Overview, type Scored, type TiersOverTime, tiersQuery } from '@/lib/engagement/client'
import { formatDay } from '@/lib/format/instant'
import { WeeksMissing } from './weeks-missing'

type Props = {
  workspace: string
  scored: Scored
  restating: Overview['restating']
  zone: string
  /** What the page came with, under the frozen reference. */
  initial: TiersOverTime | null
}

/** How the tiers' shares moved over the past year. */
export function TiersCard({ workspace, scored, restating, zone, initial }: Props) {
  const [reference, setReference] = useReference()
  const [opened] = useState({ runId: scored.runId, whole: restating === null })
  // What the page came with holds for the scores it came with, unless weeks have been added since.
  const fits =
    initial?.reference === reference && opened.whole && opened.runId === scored.runId && restating === null
  const { data, error, refetch } = useQuery({
    ...tiersQuery(workspace, scored, reference, restating?.done ?? null),
    ...(fits && { initialData: initial }),
  })
  const points = (data?.points ?? []).filter(({ n }) => n > 0)
  return (
    <TierShare
      tiers={(data?.tiers ?? []).map(({ key, name }, index, all) => ({
        key,
        name,
        tone: tierTone(all, index),
      }))}
      points={points.map(({ asOf, n, tiers }) => ({
        at: Date.parse(asOf),
        n,
        people: tiers.map(({ people }) => people),
      }))}
      zone={zone}
      reference={reference}
      onReferenceChange={setReference}
      fileName={`tiers-over-time-${reference}-${scored.asOf.slice(0, 10)}`}
      state={state()}
      footer={data && words(data, zone)}
    />
  )

  function state(): ChartState | undefined {
    if (error)
      return {
        kind: 'error',
        title: 'The weeks did not load',
        why: error.message,
        action: <Button onClick={() => void refetch()}>Try again</Button>,
      }
    if (!data) return { kind: 'loading' }
    if (points.length > 1) return undefined
    const what = 'Tier shares of the past year appear here week by week.'
    return { kind: 'empty', message: <WeeksMissing restating={restating} what={what} /> }
  }
}

const words = ({ reference, referenceAsOf, version }: TiersOverTime, zone: string) =>
  reference === 'frozen'
    ? `Every week is placed among the people of ${formatDay(referenceAsOf, zone)}, by version ${version}.`
    : `Every week is placed among its own people, by version ${version}: that holds shares nearly constant.`
