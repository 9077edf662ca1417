import { TierSwatch } from '@/components/ui/tier-mark'
import { tierTone } from '@/components/ui/tier-tone'
import { formatNumber } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'
import type { ListedModel } from '@/lib/models/list/client'

/** The tiers' shares as one thin bar, the shares in words below it. */
export function TierBar({ tiers }: Pick<ListedModel, 'tiers'>) {
  const whole = tiers.reduce((sum, { people }) => sum + people, 0)
  if (whole === 0) return <span className="text-ink-3">–</span>
  return (
    <div className="grid gap-1">
      <div aria-hidden className="flex h-2 gap-px overflow-hidden rounded-[2px] bg-sunken">
        {tiers.map(
          ({ key, people }, index) =>
            people > 0 && (
              <TierSwatch
                key={key}
                tone={tierTone(tiers, index)}
                className="h-full w-auto rounded-none"
                style={{ flexGrow: people, flexBasis: 0 }}
              />
            ),
        )}
      </div>
      <ul className="flex flex-wrap gap-x-3 text-xs whitespace-nowrap text-ink-3">
        {tiers.map(({ key, name, people }, index) => (
          <li
            key={key}
            title={`${formatNumber(people)} of ${formatNumber(whole)}`}
            className="flex items-center gap-1"
          >
            <TierSwatch tone={tierTone(tiers, index)} />
            {name} {formatShare(people, whole)}
          </li>
        ))}
      </ul>
    </div>
  )
}
