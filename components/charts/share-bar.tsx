import { TierSwatch } from '@/components/ui/tier-mark'
import type { Tone } from '@/components/ui/tier-tone'
import { formatNumber } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'

export type ShareBarPart = { key: string; name: string; tone: Tone; count: number }

/** Parts of a whole as one bar of 100 %, the parts named below it. */
export function ShareBar({ label, parts }: { label: string; parts: readonly ShareBarPart[] }) {
  const whole = parts.reduce((sum, part) => sum + part.count, 0)
  return (
    <figure aria-label={label} className="grid gap-2">
      <div aria-hidden className="flex h-4 gap-px overflow-hidden rounded-sm bg-sunken">
        {parts.map(
          (part) =>
            part.count > 0 && (
              <TierSwatch
                key={part.key}
                tone={part.tone}
                className="size-auto h-full rounded-none"
                style={{ width: `${(part.count / whole) * 100}%` }}
              />
            ),
        )}
      </div>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
        {parts.map((part) => (
          <li key={part.key} className="flex items-center gap-1.5">
            <TierSwatch tone={part.tone} />
            {part.name}
            <span className="text-ink-3">
              {formatNumber(part.count)} · {formatShare(part.count, whole)}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  )
}
