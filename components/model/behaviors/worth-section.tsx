import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { formatPlain } from '@/lib/format/number'
import { AxisPicture } from './axis-picture'
import type { WrittenBehavior } from './entries'
import { NumberBox } from './number-box'
import type { SectionProps } from './section-props'
import { SheetSection } from './sheet-section'
import { curveShort } from './short-words'
import { largestCount, namedCounts, worthOf, worthPoints } from './worth-points'

type Curve = WrittenBehavior['curve']

const curves: readonly { value: Curve['type']; label: string }[] = [
  { value: 'linear', label: 'linear: each counts the same' },
  { value: 'log', label: 'log(1 + n): each counts less than the one before' },
  { value: 'sqrt', label: '√n: each counts less, more gently' },
  { value: 'saturating', label: 'n / (n + k): towards 1, half of it at k' },
]

/** How much more of it is worth: the cap, then the curve. */
export function WorthSection({
  behavior,
  patch,
  disabled,
  problem,
  windowDays,
}: SectionProps & { windowDays: number }) {
  const { cap, curve } = behavior
  const points = worthPoints(behavior, windowDays)
  const named = namedCounts(behavior, windowDays)
  return (
    <SheetSection section="worth" title="Cap and curve" hint="How much doing it more often adds.">
      <div className="flex flex-wrap items-start gap-3">
        <Field label="Cap" error={problem('cap')}>
          {({ id, 'aria-describedby': describedBy, 'aria-invalid': invalid }) => (
            <NumberBox
              id={id}
              describedBy={describedBy}
              invalid={invalid}
              value={cap}
              mayBeEmpty
              placeholder="none"
              disabled={disabled}
              onChange={(next) => patch({ cap: next })}
              className="h-8 w-20 rounded-md border-line-strong"
            />
          )}
        </Field>
        <Field className="min-w-48 flex-1" label="Curve" error={problem('curve', 'type')}>
          {(control) => (
            <Select
              {...control}
              value={curve.type}
              disabled={disabled}
              options={curves}
              onChange={({ target }) =>
                patch({
                  curve:
                    target.value === 'saturating'
                      ? { type: 'saturating', k: 5 }
                      : { type: target.value as 'linear' },
                })
              }
            />
          )}
        </Field>
        {curve.type === 'saturating' && (
          <Field label="k" error={problem('curve', 'k')}>
            {({ id, 'aria-describedby': describedBy, 'aria-invalid': invalid }) => (
              <NumberBox
                id={id}
                describedBy={describedBy}
                invalid={invalid}
                value={curve.k}
                disabled={disabled}
                onChange={(next) => patch({ curve: { type: 'saturating', k: next ?? NaN } })}
                className="h-8 w-20 rounded-md border-line-strong"
              />
            )}
          </Field>
        )}
      </div>
      <AxisPicture
        label={`What a count is worth, curve ${curveShort(curve)}`}
        points={points}
        end={largestCount(behavior, windowDays)}
        top={points.at(-1)?.[1] || 1}
        ticks={[0, ...named.filter((_, index) => index > 0 || named.length < 4)]}
        unit="counted, after the kernel"
      />
      <dl className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
        {named.map((n) => {
          const worth = worthOf(n, behavior)
          return (
            <div key={n} className="flex gap-1">
              <dt className="text-ink-3">{formatPlain(n)} →</dt>
              <dd>{worth === null ? '–' : formatPlain(worth)}</dd>
            </div>
          )
        })}
      </dl>
    </SheetSection>
  )
}
