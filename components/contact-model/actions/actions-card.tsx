'use client'
import { useDeferredValue, useMemo } from 'react'
import { Card, CardFooter, CardHeader, CardTable } from '@/components/ui/card'
import { plural } from '@/lib/format/plural'
import { contactNotes } from '@/lib/scoring/contacts/document-notes'
import type { ActionName } from '@/lib/scoring/contacts/grammar/action-names'
import { useContactEditor } from '../contact-editor-context'
import { inWords } from '../in-words'
import { negatives, positives } from './action-edits'
import { ActionRow } from './action-row'

const groupsOf = (
  age: string,
  isRunning: boolean,
): readonly { name: string; actions: readonly ActionName[] }[] => [
  { name: `Add points / ${age}`, actions: positives },
  {
    name: `Divide ${isRunning ? 'what is older' : 'the whole score'} by 1 + severity / ${age}`,
    actions: negatives,
  },
  { name: 'Stored alone', actions: ['delivered'] },
]

/** The actions of the draft: which count, how much each is worth when it is new, and which events are that action too. */
export function ActionsCard() {
  const { document, lastValid } = useContactEditor()
  const { gravity, order, actions } = document
  // Behind the slider: it rates a reader of 104 messages twice.
  const advised = useDeferredValue(lastValid)
  const advice = useMemo(() => contactNotes(advised).filter(({ path }) => path[0] === 'actions'), [advised])
  const counted = actions.filter((rule) => rule.counted).length
  const age = gravity === 1 ? 'age' : 'age^g'
  return (
    <Card aria-labelledby="contact-actions" className="@container/actions">
      <CardHeader
        id="contact-actions"
        title="Actions"
        caption={`${plural(counted, 'action')} counted · score = sum of points / ${age}, divided by every ${order === 'running' ? 'later ' : ''}bounce`}
      />
      <CardTable>
        <table
          aria-label="Actions"
          className="w-full border-collapse text-sm @max-[580px]/actions:block [&>tbody]:@max-[580px]/actions:block"
        >
          <thead className="@max-[580px]/actions:sr-only">
            <tr className="[&>th]:px-2 [&>th]:pb-1.5 [&>th]:text-left [&>th]:align-bottom [&>th]:text-xs [&>th]:font-normal [&>th]:whitespace-nowrap [&>th]:text-ink-3">
              <th scope="col" className="pl-4!">
                Counts
              </th>
              <th scope="col">Action, and which of several alike</th>
              <th scope="col">Events that are it too</th>
              <th scope="col" colSpan={2} className="pr-4!">
                Points or severity; mark is live
              </th>
            </tr>
          </thead>
          {groupsOf(age, order === 'running').map(({ name, actions: listed }) => (
            <tbody key={name}>
              <tr className="@max-[580px]/actions:block">
                <th
                  scope="rowgroup"
                  colSpan={5}
                  className="border-t border-line bg-sunken px-4 py-1 text-left text-xs font-normal text-ink-2 @max-[580px]/actions:block @max-[580px]/actions:px-3"
                >
                  {name}
                </th>
              </tr>
              {listed.map((action) => (
                <ActionRow key={action} action={action} />
              ))}
            </tbody>
          ))}
        </table>
      </CardTable>
      {advice.length > 0 && (
        <CardFooter>
          {advice.map((note) => (
            <p key={note.message}>{inWords(note, document)}</p>
          ))}
        </CardFooter>
      )}
    </Card>
  )
}
