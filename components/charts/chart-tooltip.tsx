import type { ReactNode } from 'react'

/** The box beside the pointer: the value first, then count, share, n and interval, a line each. */
export function ChartTooltip({ title, lines }: { title: ReactNode; lines: readonly ReactNode[] }) {
  return (
    <div className="rounded-sm border border-line-strong bg-surface px-2 py-1 text-xs whitespace-nowrap">
      <p className="font-semibold text-ink">{title}</p>
      {lines.map((line, index) => (
        <p key={index} className="text-ink-2">
          {line}
        </p>
      ))}
    </div>
  )
}
