import { CsvButton } from '@/components/charts/csv-button'
import { Card, CardHeader, CardTable } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Stars } from '@/components/ui/stars'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { ContactsOverview } from '@/lib/contacts/client'
import { formatDay, formatShortDay } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { formatSigned } from '@/lib/format/signed'
import { ContactLink } from './contact-link'
import { starMoversFile } from './week-file'

type Props = { workspace: string; week: NonNullable<ContactsOverview['week']>; asOf: string; zone: string }

/** Whose stars changed within a week, the largest change of score first, and what caused it. */
export function StarMoversCard({ workspace, week, asOf, zone }: Props) {
  const { movers, since, rose, fell } = week
  return (
    <Card aria-labelledby="movers">
      <CardHeader
        id="movers"
        title="Biggest movers"
        caption={`${formatNumber(movers.length)} of ${formatNumber(rose + fell)} contacts whose stars changed since ${formatDay(since, zone)}`}
        tools={
          movers.length > 0 && (
            <CsvButton data={starMoversFile(week)} fileName={`star-movers-${asOf.slice(0, 10)}`} />
          )
        }
      />
      {movers.length === 0 ? (
        <EmptyState title="Nobody’s stars changed this week">
          Who rises or falls is listed here as it happens.
        </EmptyState>
      ) : (
        <CardTable>
          <Table label="Contacts whose stars changed">
            <thead>
              <tr>
                <Th>Contact</Th>
                <Th numeric>{formatShortDay(since, zone)}</Th>
                <Th numeric>Now</Th>
                <Th numeric>Change</Th>
                <Th>Stars</Th>
                <Th className="w-[34%]">Cause</Th>
              </tr>
            </thead>
            <tbody>
              {movers.map(({ before, after, cause, ...contact }, place) => (
                <Tr key={place}>
                  <Th scope="row" className="max-w-64 truncate max-md:max-w-40">
                    <ContactLink workspace={workspace} contact={contact} />
                  </Th>
                  <Td numeric>{formatNumber(before.score, 2)}</Td>
                  <Td numeric>{formatNumber(after.score, 2)}</Td>
                  <Td numeric className="font-semibold">
                    {formatSigned(after.score - before.score, 2)}
                  </Td>
                  <Td className="whitespace-nowrap">
                    <span className="text-ink-3">{before.stars}★ → </span>
                    <Stars stars={after.stars} />
                  </Td>
                  <Td className="min-w-48 text-ink-2 max-md:whitespace-normal">{cause ?? '–'}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </CardTable>
      )}
    </Card>
  )
}
