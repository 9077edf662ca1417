'use client'
import { useMemo } from 'react'
import { actionName, oneOf } from '@/components/contact/action-words'
import { Card, CardBody, CardFooter, CardHeader, CardTable } from '@/components/ui/card'
import { Stars } from '@/components/ui/stars'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { formatNumber } from '@/lib/format/number'
import { formatSigned } from '@/lib/format/signed'
import { useContactEditor } from '../contact-editor-context'
import { dilutionOf } from './dilution'

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Why something good can lower a score, in the numbers of the draft. */
export function DilutionCard() {
  const { lastValid } = useContactEditor()
  const dilution = useMemo(() => dilutionOf(lastValid), [lastValid])
  if (!dilution) return null
  const { dear, score, stars, next, aged } = dilution
  const [cheap] = next
  const byPosition = lastValid.clock.type === 'position'
  return (
    <Card aria-labelledby="dilution">
      <CardHeader
        id="dilution"
        title="Dilution"
        caption={
          byPosition
            ? 'by position every new action makes the others older, so a cheap one can lower a score'
            : 'by time no action makes another older, so what adds never lowers a score'
        }
      />
      <CardBody className="pb-1 text-sm">
        {cheap && (
          <p>
            Subscribed, then {oneOf(dear)}: <b>{formatNumber(score, 2)}</b>, {stars}★. Then{' '}
            {oneOf(cheap.action)}: <b>{formatNumber(cheap.score, 2)}</b>, {cheap.stars}★.{' '}
            {aged > 0.005
              ? `It adds ${formatNumber(cheap.change + aged, 2)} and takes ${formatNumber(aged, 2)} from what is a position older now; worth less than ${formatNumber(aged, 2)}, any action lowers this score.`
              : `It adds ${formatNumber(cheap.change, 2)} and takes nothing.`}
          </p>
        )}
      </CardBody>
      <CardTable>
        <Table label="What comes after that">
          <thead>
            <tr>
              <Th>If the next action is</Th>
              <Th numeric>Score</Th>
              <Th numeric>Change</Th>
              <Th>Stars</Th>
            </tr>
          </thead>
          <tbody>
            {next.map((step) => (
              <Tr key={step.action}>
                <Th scope="row">{capital(actionName(step.action))}</Th>
                <Td numeric>{formatNumber(step.score, 2)}</Td>
                <Td numeric className={step.change < -0.005 ? 'text-danger' : undefined}>
                  {formatSigned(step.change, 2)}
                </Td>
                <Td>
                  <Stars stars={step.stars} />
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </CardTable>
      <CardFooter>
        Raising the points of an action lowers nobody’s score; its place in the order does.{' '}
        {byPosition &&
          'A lower gravity, or counting fewer cheap actions, dilutes less. A small bounce that arrives late can raise a score slightly, as it makes what else divides older.'}
      </CardFooter>
    </Card>
  )
}
