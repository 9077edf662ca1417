import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { AxisPicture } from './axis-picture'
import type { WrittenBehavior } from './entries'
import { kernelPoints } from './kernel-points'
import { NumberBox } from './number-box'
import type { SectionProps } from './section-props'
import { SheetSection } from './sheet-section'
import { kernelShort } from './short-words'

type Kernel = WrittenBehavior['kernel']

const kernels: readonly { value: Kernel['type']; label: string }[] = [
  { value: 'none', label: 'none: old and new count the same' },
  { value: 'half-life', label: 'half-life: half after so many days' },
  { value: 'linear', label: 'linear: fades to nothing over so many days' },
  { value: 'step', label: 'step: counts in full, then not at all' },
  { value: 'power', label: 'power: (age in days + 1)^−g' },
]

/** A kernel of another type, its parameter taken along where it is days, else a usual one. */
function kernelOf(type: string, before: Kernel): Kernel {
  const days = 'days' in before ? before.days : 14
  if (type === 'none') return { type }
  if (type === 'power') return { type, gravity: 1 }
  return { type: type as 'linear', days }
}

/** How an occurrence fades as it ages. */
export function KernelSection({
  behavior,
  patch,
  disabled,
  problem,
  windowDays,
}: SectionProps & { windowDays: number }) {
  const { kernel } = behavior
  const days = Number.isFinite(windowDays) && windowDays > 0 ? windowDays : 30
  const parameter = 'days' in kernel ? 'days' : 'gravity'
  return (
    <SheetSection section="kernel" title="Recency kernel" hint="What an event still counts as it gets older.">
      <div className="flex items-start gap-3">
        <Field className="min-w-0 flex-1" label="Kernel" error={problem('kernel', 'type')}>
          {(control) => (
            <Select
              {...control}
              value={kernel.type}
              disabled={disabled}
              options={kernels}
              onChange={({ target }) => patch({ kernel: kernelOf(target.value, kernel) })}
            />
          )}
        </Field>
        {kernel.type !== 'none' && (
          <Field
            label={kernel.type === 'half-life' ? 'Half-life, days' : 'days' in kernel ? 'Days' : 'Gravity g'}
            error={problem('kernel', parameter)}
          >
            {({ id, 'aria-describedby': describedBy, 'aria-invalid': invalid }) => (
              <NumberBox
                id={id}
                describedBy={describedBy}
                invalid={invalid}
                value={'days' in kernel ? kernel.days : kernel.gravity}
                step={'days' in kernel ? 1 : 0.1}
                disabled={disabled}
                onChange={(next) =>
                  patch({
                    kernel:
                      'days' in kernel
                        ? { ...kernel, days: next ?? NaN }
                        : { ...kernel, gravity: next ?? NaN },
                  })
                }
                className="h-8 w-24 rounded-md border-line-strong"
              />
            )}
          </Field>
        )}
      </div>
      <AxisPicture
        label={`What an event counts by its age, kernel ${kernelShort(kernel)}`}
        points={kernelPoints(kernel, days, 200)}
        end={days}
        top={1}
        ticks={[0, days / 2, days]}
        unit="age in days; the window ends at the right"
      />
    </SheetSection>
  )
}
