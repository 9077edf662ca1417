'use client'
import { CircleAlert } from 'lucide-react'
import { actionName } from '@/components/contact/action-words'
import { sameValue } from '@/components/model/behaviors/same-value'
import { fieldProblem } from '@/components/model/settings/field-problem'
import { cn } from '@/components/ui/cn'
import type { WrittenContactDocument } from '@/lib/scoring/contacts/grammar/contact'
import type { ActionName } from '@/lib/scoring/contacts/grammar/action-names'
import { useContactEditor } from '../contact-editor-context'
import { ruleOf, withAction } from './action-edits'
import { AmountCells } from './amount-cells'
import { cell } from './cell'
import { countedAs } from './counted-as'
import { EventsDialog } from './events-dialog'
import { UnreadAfter } from './unread-after'

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** One action: does it count, which events are it, and what is it worth when it is new? */
export function ActionRow({ action }: { action: ActionName }) {
  const { document, live, change, mayWrite, problemAt } = useContactEditor()
  const { rule, index } = ruleOf(document, action)
  const published = live && ruleOf(live.document as WrittenContactDocument, action).rule
  const changed = published !== null && !sameValue(rule, published)
  const problem = index === null ? null : fieldProblem(problemAt('actions', index))
  return (
    <tr
      data-changed={changed || undefined}
      className="relative bg-surface focus-within:bg-sunken hover:bg-sunken @max-[580px]/actions:grid @max-[580px]/actions:grid-cols-[auto_minmax(0,1fr)_auto] @max-[580px]/actions:items-center @max-[580px]/actions:gap-x-2.5 @max-[580px]/actions:border-t @max-[580px]/actions:border-line @max-[580px]/actions:px-3 @max-[580px]/actions:py-1.5"
    >
      <td
        className={cn(
          cell,
          'w-10 pl-4! @max-[580px]/actions:w-auto @max-[580px]/actions:pl-0!',
          changed &&
            'before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent before:content-[""]',
        )}
      >
        {action === 'delivered' ? (
          <span className="block w-4 text-center text-ink-3">
            <span aria-hidden>–</span>
            <span className="sr-only">never</span>
          </span>
        ) : (
          <input
            type="checkbox"
            aria-label={`Count ${actionName(action)}`}
            checked={rule.counted}
            disabled={!mayWrite}
            onChange={({ target }) => change((now) => withAction(now, action, { counted: target.checked }))}
            className="block size-4 accent-accent"
          />
        )}
      </td>
      <th scope="row" className={cn(cell, 'min-w-44 text-left font-normal @max-[580px]/actions:min-w-0')}>
        <span className={cn('flex items-center gap-1', !rule.counted && 'text-ink-3')}>
          {capital(actionName(action))}
          {changed && <span className="sr-only">, differs from the live version</span>}
          {problem && (
            <span title={problem} className="shrink-0 text-danger">
              <CircleAlert
                role="img"
                aria-label={`To be corrected: ${problem}`}
                className="size-4 stroke-[1.5]"
              />
            </span>
          )}
        </span>
        <span className="block text-xs text-ink-3">
          {rule.action === 'unread' && rule.counted ? (
            <UnreadAfter days={rule.afterDays} index={index} />
          ) : (
            countedAs(action, document.dedupe)
          )}
        </span>
      </th>
      <td className={cn(cell, '@max-[580px]/actions:justify-self-end')}>
        {rule.action !== 'unread' && <EventsDialog action={rule.action} events={rule.events} />}
      </td>
      <AmountCells action={action} rule={rule} index={index} published={published} />
    </tr>
  )
}
