import { cn } from '@/components/ui/cn'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { formatNumber } from '@/lib/format/number'
import type { StarChange } from '@/lib/scoring/contacts/what-if/star-change'
import type { StarSummary } from '@/lib/scoring/contacts/what-if/star-summary'

type Props = { change: StarChange; live: StarSummary & { version: number }; draft: StarSummary }

/** Most stars first. */
const rows = [4, 3, 2, 1, 0]

const star = (place: number) => (
  <span className="font-semibold whitespace-nowrap text-star-ink">{place + 1}★</span>
)

/** Who goes from which stars to which: those of the live version down, of the draft across. */
export function StarMatrix({ change, live, draft }: Props) {
  return (
    <Table
      label="Contacts by their stars under the live version and under the draft"
      className="max-md:text-xs [&_td]:px-1 [&_th]:px-1 [&_tr>:first-child]:pl-4 [&_tr>:last-child]:pr-4 max-md:[&_tr>:first-child]:pl-3 max-md:[&_tr>:last-child]:pr-3"
    >
      <thead>
        <tr>
          <Th>From, to</Th>
          {rows.map((place) => (
            <Th key={place} numeric>
              {star(place)}
            </Th>
          ))}
          <Th numeric>Live</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((from) => (
          <Tr key={from}>
            <Th scope="row">{star(from)}</Th>
            {rows.map((to) => {
              const contacts = change.matrix[from]?.[to] ?? 0
              const moves = contacts > 0 && from !== to
              return (
                <Td
                  key={to}
                  numeric
                  quiet={contacts === 0}
                  className={cn(
                    from === to && 'font-semibold',
                    moves && (to > from ? 'bg-power-soft' : 'bg-risk-soft'),
                  )}
                >
                  {contacts > 0 ? formatNumber(contacts) : '–'}
                </Td>
              )
            })}
            <Td numeric quiet>
              {formatNumber(live.stars[from])}
            </Td>
          </Tr>
        ))}
        <Tr total>
          <Th scope="row">Draft</Th>
          {rows.map((place) => (
            <Td key={place} numeric>
              {formatNumber(draft.stars[place])}
            </Td>
          ))}
          <Td numeric>{formatNumber(draft.contacts)}</Td>
        </Tr>
      </tbody>
    </Table>
  )
}
