'use client'
import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  type Modifier,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { type ComponentProps, useId, useMemo } from 'react'
import { cn } from '@/components/ui/cn'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { Behavior } from '@/lib/scoring/engagement/document'
import type { WhatIf } from '@/lib/scoring/engagement/what-if/what-if'
import type { Editor } from '../editor-context'
import type { BehaviorChanges } from './behavior-changes'
import { BehaviorRow } from './behavior-row'
import { rowIds } from './entries'
import { inItsRow } from './short-words'

export type BehaviorsTableProps = {
  editor: Editor
  facts: WhatIf['behaviors'] | null
  changes: BehaviorChanges
}

// Constants, so that the context of the dragging stays the same from one drawing to the next.
const pointer = { activationConstraint: { distance: 4 } }
const keyboard = { coordinateGetter: sortableKeyboardCoordinates }
const upAndDown: Modifier[] = [({ transform }) => ({ ...transform, x: 0 })]
const noBehaviors: ReadonlyMap<string, Behavior> = new Map()

/** All key behaviors, each a row; in little room each a card with its weight. */
export function BehaviorsTable({ editor, facts, changes }: BehaviorsTableProps) {
  const { document, live, mayWrite, problemAt } = editor
  const { behaviors, weighting, window } = document
  const rfm = weighting.mode === 'rfm'

  const joined = JSON.stringify(rowIds(behaviors))
  const ids = useMemo(() => JSON.parse(joined) as string[], [joined])
  const liveByKey = useMemo(
    () => (live ? new Map(live.document.behaviors.map((one) => [one.key, one])) : noBehaviors),
    [live],
  )
  const factsByKey = new Map(facts?.map((one) => [one.key, one]))

  const contextId = useId()
  const sensors = useSensors(useSensor(PointerSensor, pointer), useSensor(KeyboardSensor, keyboard))
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over) changes.move(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)))
  }
  const placeOf = (id: string | number) => {
    const index = ids.indexOf(String(id))
    return { name: behaviors[index]?.name ?? '', place: `${index + 1} of ${ids.length}` }
  }
  const announcements = {
    onDragStart: ({ active }: { active: { id: string | number } }) =>
      `${placeOf(active.id).name} picked up, ${placeOf(active.id).place}.`,
    onDragOver: ({ over }: { over: { id: string | number } | null }) =>
      over ? `Now at ${placeOf(over.id).place}.` : undefined,
    onDragEnd: ({
      active,
      over,
    }: {
      active: { id: string | number }
      over: { id: string | number } | null
    }) => `${placeOf(active.id).name} put down${over ? ` at ${placeOf(over.id).place}` : ''}.`,
    onDragCancel: ({ active }: { active: { id: string | number } }) =>
      `${placeOf(active.id).name} is back at ${placeOf(active.id).place}.`,
  }

  return (
    <DndContext
      id={contextId}
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={upAndDown}
      onDragEnd={onDragEnd}
      accessibility={{
        announcements,
        screenReaderInstructions: {
          draggable:
            'Space picks the behavior up, the arrow keys move it, Space puts it down, Escape cancels.',
        },
      }}
    >
      <ScrollRegion label="Behaviors">
        <table
          aria-label="Behaviors"
          className="w-full border-collapse text-sm @max-[580px]/behaviors:block [&>tbody]:@max-[580px]/behaviors:block"
        >
          <thead className="@max-[580px]/behaviors:sr-only">
            <tr>
              <Head className="pl-4 text-left">Behavior and event</Head>
              <Head className="text-right">Reach</Head>
              <Head>Measure</Head>
              <Head className="text-right">Cap</Head>
              <Head>Kernel, 0 to {Number.isFinite(window.days) ? window.days : '–'} d</Head>
              <Head className="@max-[740px]/behaviors:hidden">Curve</Head>
              <Head colSpan={2} className="whitespace-normal">
                {rfm ? 'Strategic value, 1 to 5' : 'Weight, 0 to 10; mark is live'}
              </Head>
            </tr>
          </thead>
          <SortableContext items={ids} strategy={verticalListSortingStrategy}>
            <tbody>
              {behaviors.map((behavior, index) => {
                const known = factsByKey.get(behavior.key)
                return (
                  <BehaviorRow
                    key={ids[index]}
                    id={ids[index] ?? ''}
                    index={index}
                    of={behaviors.length}
                    behavior={behavior}
                    live={liveByKey.get(behavior.key) ?? null}
                    published={live !== null}
                    windowDays={window.days}
                    rfm={rfm}
                    mayWrite={mayWrite}
                    people={known?.people ?? null}
                    share={known?.share ?? null}
                    median={known?.median ?? null}
                    weightProblem={problemAt('behaviors', index, 'weight')}
                    capProblem={problemAt('behaviors', index, 'cap')}
                    problem={inItsRow(problemAt('behaviors', index))}
                    changes={changes}
                  />
                )
              })}
            </tbody>
          </SortableContext>
        </table>
      </ScrollRegion>
    </DndContext>
  )
}

function Head({ className, ...rest }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      className={cn(
        'px-1.5 pb-1.5 text-left align-bottom text-xs font-normal whitespace-nowrap text-ink-3',
        className,
      )}
      {...rest}
    />
  )
}
