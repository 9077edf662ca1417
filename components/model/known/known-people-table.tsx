'use client'
import {
  type Announcements,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  type Modifier,
  PointerSensor,
  closestCenter,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import {
  SortableContext,
  arrayMove,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import { useId } from 'react'
import { useEditor } from '@/components/model/editor-context'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { Th } from '@/components/ui/table'
import type { KnownPerson } from '@/lib/known-people/client'
import type { Standing } from './joined-ranks'
import { KnownPersonRow } from './known-person-row'

type Props = {
  people: readonly Standing[]
  isStale: boolean
  /** Another order, or one person less. */
  onChange: (people: readonly KnownPerson[]) => void
}

/** Two words below each other leave room for the person. */
const narrow = 'w-11 px-1.5 whitespace-normal'

/** Up and down only, and no further than the rows go, as what is beyond them would make the table scroll. */
const withinRows: Modifier = ({ transform, draggingNodeRect: row, containerNodeRect: rows }) => {
  if (!row || !rows) return { ...transform, x: 0 }
  const y = Math.min(Math.max(transform.y, rows.top - row.top), rows.bottom - row.bottom)
  return { ...transform, x: 0, y }
}

/** Known people by gut feeling, to be put into another order by hand or with the keys. */
export function KnownPeopleTable({ people, isStale, onChange }: Props) {
  const { mayWrite } = useEditor()
  const id = useId()
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  // Masked ids may be alike, but nobody who sees those can sort.
  const keys = people.map(({ personId }, index) => (mayWrite ? personId : `${index} ${personId}`))

  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const [from, to] = [keys.indexOf(String(active.id)), over ? keys.indexOf(String(over.id)) : -1]
    if (from < 0 || to < 0 || from === to) return
    onChange(arrayMove([...people], from, to))
  }
  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={[withinRows]}
      onDragEnd={onDragEnd}
      accessibility={{ announcements: announcements(people, keys), screenReaderInstructions: instructions }}
    >
      <ScrollRegion label="Known people">
        <table aria-label="Known people" className="w-full border-collapse text-sm">
          <thead>
            <tr>
              <Th>Gut</Th>
              <Th>Person</Th>
              <Th numeric className={narrow}>
                Live rank
              </Th>
              <Th numeric className={narrow}>
                Draft rank
              </Th>
              <Th numeric className={narrow} title="Score under the draft, 0 to 100, higher is better">
                Score
              </Th>
              <Th>
                <span className="sr-only">Remove</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            <SortableContext items={keys} strategy={verticalListSortingStrategy} disabled={!mayWrite}>
              {people.map((person, index) => (
                <KnownPersonRow
                  key={keys[index]}
                  id={keys[index] ?? ''}
                  person={person}
                  isStale={isStale}
                  onRemove={() => onChange(people.filter((other) => other !== person))}
                />
              ))}
            </SortableContext>
          </tbody>
        </table>
      </ScrollRegion>
    </DndContext>
  )
}

const instructions = {
  draggable:
    'Press space to pick somebody up, the arrow keys to move, space again to put down, escape to cancel.',
}

function announcements(people: readonly Standing[], keys: readonly string[]): Announcements {
  const place = (id: unknown) => keys.indexOf(String(id))
  const who = (id: unknown) => {
    const person = people[place(id)]
    return person?.email ?? person?.personId ?? 'Somebody'
  }
  const where = (id: unknown) => `place ${place(id) + 1} of ${people.length}`
  return {
    onDragStart: ({ active }) => `${who(active.id)} is picked up from ${where(active.id)}.`,
    onDragOver: ({ active, over }) => (over ? `${who(active.id)} is over ${where(over.id)}.` : undefined),
    onDragEnd: ({ active, over }) => `${who(active.id)} is put down${over ? ` at ${where(over.id)}` : ''}.`,
    onDragCancel: ({ active }) => `${who(active.id)} stays at ${where(active.id)}.`,
  }
}
