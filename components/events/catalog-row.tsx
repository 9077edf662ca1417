import { Badge } from '@/components/ui/badge'
import { Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { CatalogItem } from '@/lib/events/client'
import { formatNumber } from '@/lib/format/number'

const shownProperties = 6

type Props = {
  item: CatalogItem
  /** Volume of the most frequent name. */
  most: number
  exact: boolean
  zone: string
}

/** One name of the catalog. */
export function CatalogRow({ item, most, exact, zone }: Props) {
  const more = item.properties.slice(shownProperties)
  return (
    <Tr>
      <Th scope="row" className="max-w-72 truncate font-mono text-xs" title={item.name}>
        {item.name} {!item.activity && <Badge className="font-sans">no activity</Badge>}
      </Th>
      <Td numeric>{formatNumber(item.volume)}</Td>
      <Td className="w-32">
        <div className="h-1.5 min-w-16 rounded-[2px] bg-sunken" aria-hidden>
          <div
            className="h-full min-w-px rounded-[2px] bg-accent"
            style={{ width: `${(100 * item.volume) / most}%` }}
          />
        </div>
      </Td>
      <Td numeric>
        {exact ? '' : '≈ '}
        {formatNumber(item.people)}
      </Td>
      <Td quiet className="whitespace-nowrap">
        <Time at={item.firstSeen} zone={zone} as="day" />
      </Td>
      <Td quiet className="whitespace-nowrap">
        <Time at={item.lastSeen} zone={zone} as="day" />
      </Td>
      <Td>
        <span className="flex flex-wrap gap-1">
          {item.properties.slice(0, shownProperties).map((property) => (
            <Badge key={property} className="max-w-40 truncate">
              {property}
            </Badge>
          ))}
          {more.length > 0 && (
            <span className="text-xs text-ink-3" title={more.join(', ')}>
              and {more.length} more
            </span>
          )}
        </span>
      </Td>
    </Tr>
  )
}
