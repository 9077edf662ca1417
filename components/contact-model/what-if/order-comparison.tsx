'use client'
import { Card, CardBody, CardHeader, CardTable } from '@/components/ui/card'
import { Skeleton } from '@/components/ui/skeleton'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { formatNumber } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'
import { formatSigned } from '@/lib/format/signed'
import { useContactEditor } from '../contact-editor-context'
import { useStarsWhatIf } from './stars-what-if-context'
import { orderAnswer } from './stars-words'

/** The draft read in both orders, and who would have other stars. */
export function OrderComparison() {
  const { document } = useContactEditor()
  const { result, state } = useStarsWhatIf()
  if (state === 'empty') return null
  if (!result) return <Skeleton className="h-40" />
  const { running, final, change } = result.orders
  return (
    <Card aria-labelledby="orders">
      <CardHeader
        id="orders"
        title="Running or final"
        caption="running: a bounce divides what is older; final: it divides everything, later reads too"
      />
      <CardBody className="text-sm text-ink-2">{orderAnswer(result.orders, document.order)}</CardBody>
      <CardTable>
        <Table label="Contacts by stars in the orders running and final">
          <thead>
            <tr>
              <Th>Stars</Th>
              <Th numeric>Running</Th>
              <Th numeric>Final</Th>
              <Th numeric>Difference</Th>
              <Th numeric>Change stars</Th>
            </tr>
          </thead>
          <tbody>
            {[4, 3, 2, 1, 0].map((place) => {
              const [was = 0, is = 0] = [running.stars[place], final.stars[place]]
              const leaving = was - (change.matrix[place]?.[place] ?? 0)
              return (
                <Tr key={place}>
                  <Th scope="row" className="text-star-ink">
                    {place + 1}★
                  </Th>
                  <Td numeric caption={formatShare(was, running.contacts)}>
                    {formatNumber(was)}
                  </Td>
                  <Td numeric caption={formatShare(is, final.contacts)}>
                    {formatNumber(is)}
                  </Td>
                  <Td numeric>{formatSigned(is - was)}</Td>
                  <Td numeric quiet={leaving === 0}>
                    {leaving > 0 ? formatNumber(leaving) : '–'}
                  </Td>
                </Tr>
              )
            })}
          </tbody>
        </Table>
      </CardTable>
    </Card>
  )
}
