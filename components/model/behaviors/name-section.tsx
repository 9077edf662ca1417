import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { SectionProps } from './section-props'
import { SheetSection } from './sheet-section'

/** What a behavior is called, its key, and whether it takes part. */
export function NameSection({
  behavior,
  patch,
  disabled,
  problem,
  isNew,
}: SectionProps & { isNew: boolean }) {
  const keyProblem = problem('key')
  return (
    <SheetSection section="name" title="Name">
      <Field label="Name" error={problem('name')}>
        {(control) => (
          <Input
            {...control}
            value={behavior.name}
            maxLength={200}
            disabled={disabled}
            onChange={({ target }) => patch({ name: target.value })}
          />
        )}
      </Field>
      <Checkbox
        label="Enabled"
        hint="A behavior that is switched off is still counted, and adds nothing to the score."
        checked={behavior.enabled}
        disabled={disabled}
        onChange={({ target }) => patch({ enabled: target.checked })}
      />
      <details open={keyProblem !== null || undefined} className="text-xs">
        <summary className="w-fit rounded-sm text-ink-3 hover:text-ink">Advanced</summary>
        <Field
          label="Key"
          error={keyProblem}
          hint={
            isNew
              ? 'By which stored scores, the API and exports know it.'
              : 'Stored scores, the API and exports know it by this key: with another one it counts as another behavior.'
          }
          className="mt-2"
        >
          {(control) => (
            <Input
              {...control}
              value={behavior.key}
              maxLength={100}
              disabled={disabled}
              className="font-mono text-xs"
              onChange={({ target }) => patch({ key: target.value })}
            />
          )}
        </Field>
      </details>
    </SheetSection>
  )
}
