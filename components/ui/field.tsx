import { CircleAlert } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { cn } from './cn'

export type FieldControl = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

export type FieldProps = {
  label: ReactNode
  /** What to enter, and in which unit. */
  hint?: ReactNode
  /** What is wrong and what to do. */
  error?: ReactNode
  /** Shown beside the label for what may be left out. */
  optional?: boolean
  className?: string
  /** Gets the ids to spread on the control: `{(control) => <Input {...control} name="email" />}`. */
  children: (control: FieldControl) => ReactNode
}

/** A control with its label, hint and error, tied together by id. */
export function Field({ label, hint, error, optional, className, children }: FieldProps) {
  const id = useId()
  const hintId = hint ? `${id}-hint` : undefined
  const errorId = error ? `${id}-error` : undefined
  const describedBy = [hintId, errorId].filter(Boolean).join(' ')
  return (
    <div className={cn('grid content-start gap-1', className)}>
      <label htmlFor={id} className="text-xs font-semibold text-ink-2">
        {label}
        {optional && <span className="font-normal text-ink-3"> (optional)</span>}
      </label>
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {hint && (
        <p id={hintId} className="text-xs text-ink-3">
          {hint}
        </p>
      )}
      {error && (
        <p id={errorId} role="alert" className="flex gap-1 text-xs text-danger">
          <CircleAlert aria-hidden className="size-4 shrink-0 stroke-[1.5]" />
          {error}
        </p>
      )}
    </div>
  )
}
