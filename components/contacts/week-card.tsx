import { CsvButton } from '@/components/charts/csv-button'
import { Card, CardFooter, CardHeader, CardTable } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { EmptyState } from '@/components/ui/empty-state'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { ContactsOverview } from '@/lib/contacts/client'
import { formatDay } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'
import { plural } from '@/lib/format/plural'
import { starsThen } from './overview-words'
import { matrixFile } from './week-file'

type Props = { week: ContactsOverview['week']; zone: string }

/** Most stars first, as places in the matrix. */
const places = [4, 3, 2, 1, 0]

const star = (place: number) => (
  <span className="font-semibold whitespace-nowrap text-star-ink">{place + 1}★</span>
)

/** Who had which stars a week ago, and has which now. */
export function WeekCard({ week, zone }: Props) {
  if (!week) {
    return (
      <Card aria-labelledby="week">
        <CardHeader id="week" title="Changes this week" />
        <EmptyState title="No ratings of a week ago yet">
          Everybody’s stars are kept each night; who rose and who fell within a week appears here.
        </EmptyState>
      </Card>
    )
  }
  const then = starsThen(week)
  const now = places.map((place) => week.matrix.reduce((sum, row) => sum + (row[place] ?? 0), 0))
  return (
    <Card aria-labelledby="week">
      <CardHeader
        id="week"
        title="Changes this week"
        caption={`since ${formatDay(week.since, zone)}: ${formatNumber(week.rose)} rose, ${formatNumber(week.fell)} fell, ${formatNumber(week.came)} came`}
        tools={<CsvButton data={matrixFile(week)} fileName={`star-changes-${week.since.slice(0, 10)}`} />}
      />
      <CardTable>
        <Table
          label="Contacts by their stars a week ago and now"
          className="max-md:text-xs max-md:[&_td]:px-0.5 max-md:[&_th]:px-0.5 max-md:[&_tr>:first-child]:pl-3 max-md:[&_tr>:last-child]:pr-3"
        >
          <thead>
            <tr>
              <Th>From, to</Th>
              {places.map((place) => (
                <Th key={place} numeric>
                  {star(place)}
                </Th>
              ))}
              <Th numeric>All then</Th>
            </tr>
          </thead>
          <tbody>
            {places.map((from) => (
              <Tr key={from}>
                <Th scope="row">{star(from)}</Th>
                {places.map((to) => {
                  const contacts = week.matrix[from]?.[to] ?? 0
                  const shade =
                    contacts === 0 || from === to ? undefined : to > from ? 'bg-power-soft' : 'bg-risk-soft'
                  return (
                    <Td
                      key={to}
                      numeric
                      className={cn(shade, from === to && 'font-semibold')}
                      caption={contacts > 0 && formatShare(contacts, then[from] ?? 0)}
                    >
                      {contacts > 0 ? formatNumber(contacts) : '–'}
                    </Td>
                  )
                })}
                <Td numeric className="font-semibold">
                  {formatNumber(then[from] ?? 0)}
                </Td>
              </Tr>
            ))}
            <Tr total>
              <Th scope="row">All now</Th>
              {places.map((place, index) => (
                <Td key={place} numeric>
                  {formatNumber(now[index])}
                </Td>
              ))}
              <Td numeric>{formatNumber(then.reduce((sum, count) => sum + count, 0))}</Td>
            </Tr>
          </tbody>
        </Table>
      </CardTable>
      <CardFooter>
        Contacts and % of the row; –: nobody.{' '}
        <span className="bg-power-soft px-1 text-power-ink">Shaded teal</span> rose,{' '}
        <span className="bg-risk-soft px-1 text-risk-ink">shaded vermilion</span> fell.
        {week.came > 0 &&
          ` ${plural(week.came, 'contact')} came since and ${week.came === 1 ? 'is' : 'are'} in no row.`}
      </CardFooter>
    </Card>
  )
}
