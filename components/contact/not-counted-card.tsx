'use client'
import { useState } from 'react'
import type { ChartData } from '@/components/charts/chart-data'
import { CsvButton } from '@/components/charts/csv-button'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardFooter, CardHeader, CardTable } from '@/components/ui/card'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { formatInstant } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import { type NotCounted, reasonInWords } from '@/lib/scoring/contacts/not-counted'
import { actionName } from './action-words'

const FIRST = 20

type Props = {
  /** Oldest first. */
  notCounted: readonly NotCounted[]
  zone: string
  name: string
}

/** What is stored and in no score, newest first, each with its reason. Deliveries, which never count, are asked for. */
export function NotCountedCard({ notCounted, zone, name }: Props) {
  const [withDeliveries, setWithDeliveries] = useState(false)
  const [all, setAll] = useState(false)
  const newest = notCounted.toReversed()
  const deliveries = newest.filter(({ why }) => why.type === 'never').length
  const listed = withDeliveries ? newest : newest.filter(({ why }) => why.type !== 'never')
  const rows = all ? listed : listed.slice(0, FIRST)
  return (
    <Card aria-labelledby="not-counted">
      <CardHeader
        id="not-counted"
        title="Not counted"
        caption="stored, and in no score"
        tools={<CsvButton data={fileOf(newest, zone)} fileName="not-counted-actions" />}
      />
      {rows.length === 0 ? (
        <CardBody className="text-sm text-ink-2">
          {deliveries > 0 ? 'Everything but deliveries counts.' : 'Every stored action counts.'}
        </CardBody>
      ) : (
        <CardTable>
          <Table label={`Actions that do not count for ${name}`}>
            <thead>
              <tr>
                <Th>Action</Th>
                <Th>Date</Th>
                <Th>Reason</Th>
              </tr>
            </thead>
            <tbody>
              {rows.map((one) => (
                <Tr key={`${one.id} ${one.action}`}>
                  <Th scope="row">{actionName(one.action)}</Th>
                  <Td quiet className="whitespace-nowrap">
                    <Time at={one.at} zone={zone} as="day" />
                  </Td>
                  <Td className="text-ink-2">{reasonInWords(one)}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </CardTable>
      )}
      {(deliveries > 0 || listed.length > FIRST) && (
        <CardFooter className="flex flex-wrap gap-2">
          {listed.length > FIRST && (
            <Button onClick={() => setAll(!all)}>
              {all ? `Show the newest ${FIRST}` : `Show all ${formatNumber(listed.length)}`}
            </Button>
          )}
          {deliveries > 0 && (
            <Button onClick={() => setWithDeliveries(!withDeliveries)}>
              {withDeliveries ? 'Hide' : 'Show'} {plural(deliveries, 'delivery', 'deliveries')}
            </Button>
          )}
        </CardFooter>
      )}
    </Card>
  )
}

function fileOf(newest: readonly NotCounted[], zone: string): ChartData {
  return {
    columns: [{ name: 'Action' }, { name: 'When' }, { name: 'Reason' }],
    rows: newest.map((one) => [actionName(one.action), formatInstant(one.at, zone), reasonInWords(one)]),
  }
}
