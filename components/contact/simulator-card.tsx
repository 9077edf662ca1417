'use client'
import { RotateCcw, Undo2 } from 'lucide-react'
import { useMemo } from 'react'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardFooter, CardHeader, CardTable } from '@/components/ui/card'
import { Stars } from '@/components/ui/stars'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { formatNumber } from '@/lib/format/number'
import { formatSigned } from '@/lib/format/signed'
import type { ContactHistory } from '@/lib/scoring/contacts/contact-history'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { countInWords } from './action-words'
import type { RatedContact } from './rated-contact'
import { reachOf } from './reach-words'
import { dilutionWords, simulatorRows, withTried } from './simulator-rows'
import { triedGroups } from './tried-groups'
import type { Tried } from './use-tried'

type Props = {
  rated: RatedContact
  history: ContactHistory
  model: ContactDocument
  tried: Tried
}

/** What the score would be if an action came next: each a button that adds it, again and again, with undo. */
export function SimulatorCard({ rated, history, model, tried }: Props) {
  const { asOf, tried: rating, now } = rated
  const { actions } = tried
  const rows = useMemo(
    () => simulatorRows(history, model, asOf, actions, rating.score),
    [history, model, asOf, actions, rating.score],
  )
  const reach = useMemo(
    () => reachOf(withTried(history, asOf, actions), model, asOf + actions.length, rating.stars),
    [history, model, asOf, actions, rating.stars],
  )
  const dilution = dilutionWords(rows, model)
  return (
    <Card aria-labelledby="simulator">
      <CardHeader
        id="simulator"
        title="Simulator"
        caption="nothing is stored"
        tools={
          <>
            {actions.length > 1 && (
              <Button variant="quiet" onClick={tried.clear}>
                <RotateCcw aria-hidden />
                Clear
              </Button>
            )}
            <Button disabled={actions.length === 0} onClick={tried.undo}>
              <Undo2 aria-hidden />
              Undo
            </Button>
          </>
        }
      />
      <CardBody aria-live="polite" className={actions.length > 0 ? 'pb-0 text-sm max-md:pb-0' : 'sr-only'}>
        {actions.length > 0 && (
          <>
            <span>
              <b>
                {formatNumber(rating.score, 2)}, {rating.stars}★
              </b>{' '}
              after{' '}
              {triedGroups(actions)
                .map(({ action, count }) => countInWords(count, action))
                .join(', ')}
              ; {formatSigned(rating.score - now.score, 2)} against now
            </span>
          </>
        )}
      </CardBody>
      <CardTable>
        <Table label="What the score would be after one more action">
          <thead>
            <tr>
              <Th>If the next action is</Th>
              <Th numeric>Score</Th>
              <Th numeric>Change</Th>
              <Th>Stars</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ action, verb, score, change, stars }) => (
              <Tr key={action}>
                <Th scope="row">
                  <Button
                    className="w-[104px] max-md:w-24 max-md:px-1"
                    disabled={tried.isFull}
                    onClick={() => tried.add(action)}
                  >
                    {verb}
                  </Button>
                </Th>
                <Td numeric className="font-semibold">
                  {formatNumber(score, 2)}
                </Td>
                <Td numeric>{formatSigned(change, 2)}</Td>
                <Td>
                  <Stars stars={stars} className="max-md:[&_svg]:size-2.5" />
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </CardTable>
      <CardFooter>
        {reach.next === null ? (
          <>
            <b>5★</b> is as many as there are.
          </>
        ) : (
          <>
            <b>To reach {reach.next}★</b>: {reach.ways}. {reach.onReads}
          </>
        )}
        {dilution && <p className="mt-1">{dilution}</p>}
        {tried.isFull && <p className="mt-1">No more than {actions.length} actions can be tried at once.</p>}
      </CardFooter>
    </Card>
  )
}
