'use client'
import { useState } from 'react'
import { DecayChart } from '@/components/charts/decay-chart'
import type { DecayPoint } from '@/components/charts/decay-data'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { formatPlain } from '@/lib/format/number'
import { useContactEditor } from '../contact-editor-context'
import { GravityControl } from './gravity-control'
import { type SolvedGravity, solvedGravity } from './solved-gravity'

const ends = ['12', '52', '104'] as const
type End = (typeof ends)[number]

const units = { hour: 'hours', day: 'days', week: 'weeks' } as const

type Picked = { points: readonly DecayPoint[]; solved: SolvedGravity | null }

const nothing: Picked = { points: [], solved: null }

/** How points fade: the gravity of the draft by hand, or solved from two points that its curve should run through. */
export function GravityCard() {
  const { document, live, change, mayWrite } = useContactEditor()
  const { gravity, clock } = document
  const [end, setEnd] = useState<End>('12')
  const [last, setLast] = useState<Picked>(nothing)
  // A gravity that came from elsewhere has nothing to do with them.
  const { points, solved } = last.solved?.gravity && last.solved.gravity !== gravity ? nothing : last
  const published = live?.document.gravity

  const pick = (point: DecayPoint) => {
    const [one] = points.length === 1 ? points : []
    if (!one) return setLast({ points: [point], solved: null })
    const through = solvedGravity(one, point)
    setLast({ points: [one, point], solved: through })
    const { gravity: found } = through
    if (found !== null) change((now) => ({ ...now, gravity: found }))
  }
  const value = solved?.value ?? 10
  const told =
    solved?.words ?? (points.length === 1 ? 'One more point: the curve will run through both.' : null)
  return (
    <DecayChart
      caption={`of ${formatPlain(value, 1)} points${mayWrite ? '; click two points and gravity is solved' : ''}${published !== undefined && published !== gravity ? `; live g ${published}` : ''}`}
      value={value}
      chosen={gravity}
      end={Number(end)}
      unit={
        clock.type === 'position'
          ? 'age, 1 is the newest action'
          : `age in ${units[clock.unit]}, 1 is just now`
      }
      picked={points}
      onPick={mayWrite ? pick : undefined}
      tools={
        <SegmentedControl
          label="Oldest age shown"
          options={ends.map((value) => ({ value, label: value }))}
          value={end}
          onValueChange={(next) => {
            setEnd(next)
            setLast(nothing)
          }}
        />
      }
      details={
        <div className="grid gap-2 px-4 pb-3 max-md:px-3">
          <p role="status" className="text-xs text-ink-2 empty:hidden">
            {told}
          </p>
          <GravityControl />
        </div>
      }
    />
  )
}
