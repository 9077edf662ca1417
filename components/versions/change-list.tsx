import { formatNumber } from '@/lib/format/number'

const SHOWN = 4

const line = (words: string, index: number) => (
  <li key={index} className="[overflow-wrap:anywhere]">
    {words}
  </li>
)

/** Differences between two documents, one a line; many of them fold. */
export function ChangeList({ changes }: { changes: readonly string[] }) {
  const rest = changes.slice(SHOWN)
  return (
    <div className="text-xs text-ink-2">
      <ul>{changes.slice(0, SHOWN).map(line)}</ul>
      {rest.length > 0 && (
        <details>
          <summary className="cursor-pointer text-ink-3 hover:text-ink">
            {formatNumber(rest.length)} more
          </summary>
          <ul>{rest.map(line)}</ul>
        </details>
      )}
    </div>
  )
}
