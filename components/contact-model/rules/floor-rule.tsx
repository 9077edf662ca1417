'use client'
import { NumberField } from '@/components/model/settings/number-field'
import { Checkbox } from '@/components/ui/checkbox'
import { USUAL_FLOOR } from '@/lib/scoring/contacts/grammar/action-names'
import { useContactEditor } from '../contact-editor-context'
import { falls } from '../usual-floor'

/** What no score falls below, but for bounces and complaints. */
export function FloorRule() {
  const { document, change } = useContactEditor()
  const { floor } = document
  const set = (next: number | null) => change((now) => ({ ...now, floor: next }))
  return (
    <div className="grid gap-3">
      <Checkbox
        label="Scores have a floor"
        hint={
          falls(document)
            ? `Scores fall by themselves in this model. With a floor of ${USUAL_FLOOR}, who only ignores mail stays at 2★.`
            : 'Usual where time, or mail left unread, lowers scores; here neither does.'
        }
        checked={floor !== null}
        onChange={({ target }) => set(target.checked ? USUAL_FLOOR : null)}
      />
      {floor !== null && (
        <NumberField
          label="Floor"
          unit="points"
          hint="Bounces and complaints divide it as they divide a score."
          path={['floor']}
          value={floor}
          onChange={set}
          min={0}
          step="any"
        />
      )}
    </div>
  )
}
