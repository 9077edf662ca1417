import { starBands } from '@/components/charts/star-bands'
import { formatNumber } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'

/** The shares of contacts by stars as one thin bar, the shares in words below it. @param stars of 1 to 5 stars */
export function StarBar({ stars }: { stars: readonly number[] }) {
  const whole = stars.reduce((sum, contacts) => sum + contacts, 0)
  if (whole === 0) return <span className="text-ink-3">–</span>
  const bands = starBands.map((band, index) => ({ ...band, contacts: stars[index] ?? 0 }))
  return (
    <div className="grid gap-1">
      <div aria-hidden className="flex h-2 gap-px overflow-hidden rounded-[2px] bg-sunken">
        {bands.map(
          ({ key, fill, contacts }) =>
            contacts > 0 && (
              <i
                key={key}
                style={{ background: fill, flexGrow: contacts, flexBasis: 0 }}
                className="h-full"
              />
            ),
        )}
      </div>
      <ul className="flex flex-wrap gap-x-3 text-xs whitespace-nowrap text-ink-3">
        {bands.map(({ key, name, fill, contacts }) => (
          <li
            key={key}
            title={`${formatNumber(contacts)} of ${formatNumber(whole)}`}
            className="flex items-center gap-1"
          >
            <i aria-hidden style={{ background: fill }} className="size-2 shrink-0 rounded-[2px]" />
            {name} {formatShare(contacts, whole)}
          </li>
        ))}
      </ul>
    </div>
  )
}
