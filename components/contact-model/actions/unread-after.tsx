'use client'
import { NumberBox } from '@/components/model/behaviors/number-box'
import { useContactEditor } from '../contact-editor-context'
import { withAction } from './action-edits'

/** When a message counts as left unread. */
export function UnreadAfter({ days, index }: { days: number; index: number | null }) {
  const { change, mayWrite, problemAt } = useContactEditor()
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      not read within
      <NumberBox
        label="Days until a message is unread"
        value={days}
        disabled={!mayWrite}
        invalid={index !== null && problemAt('actions', index, 'afterDays') !== null}
        onChange={(next) => change((now) => withAction(now, 'unread', { afterDays: next ?? NaN }))}
        className="h-5 w-9 text-xs"
      />
      days of its delivery
    </span>
  )
}
