'use client'
import { useState } from 'react'
import { useEditor } from '@/components/model/editor-context'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardFooter, CardHeader, CardTable } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { formatNumber } from '@/lib/format/number'
import { MOST_KNOWN_PEOPLE } from '@/lib/known-people/most-known-people'
import { AgreementFooter } from './agreement-footer'
import { joinedRanks } from './joined-ranks'
import { KnownPeopleTable } from './known-people-table'
import { PinDialog } from './pin-dialog'
import { useKnownPeople } from './use-known-people'

/** People whom the team can put into an order by feeling: whether the draft puts them into the same one. */
export function KnownPeopleCard() {
  const { mayWrite } = useEditor()
  const { list, agreement, agreementError, isStale, save, saveError } = useKnownPeople()
  const items = list.data?.items ?? []
  const [pinning, setPinning] = useState(false)
  const pin = (
    <Button disabled={!mayWrite} onClick={() => setPinning(true)}>
      Pin
    </Button>
  )
  return (
    <Card aria-labelledby="known-people">
      <CardHeader
        id="known-people"
        title="Known people"
        caption={
          items.length > 0
            ? `${formatNumber(items.length)} of ${MOST_KNOWN_PEOPLE} pinned, sorted by hand, best first`
            : 'A check of the draft by people you know'
        }
        tools={items.length > 0 && pin}
      />
      {list.error && !list.data ? (
        <CardBody>
          <Notice
            kind="error"
            title="The known people did not load"
            action={<Button onClick={() => void list.refetch()}>Try again</Button>}
          >
            {list.error.message}
          </Notice>
        </CardBody>
      ) : !list.data ? (
        <Loading />
      ) : items.length === 0 ? (
        <EmptyState title="Nobody is pinned yet" action={pin} className="py-8">
          Pin a few people you know well, and put them into the order you would expect. Every change of the
          draft then tells how far its scores agree with you.
        </EmptyState>
      ) : (
        <>
          <CardTable>
            <KnownPeopleTable people={joinedRanks(items, agreement)} isStale={isStale} onChange={save} />
          </CardTable>
          <AgreementFooter agreement={agreement} error={agreementError} isStale={isStale} />
        </>
      )}
      <PinDialog open={pinning} onOpenChange={setPinning} pinned={items} error={saveError} onPin={save} />
      {saveError && (
        <CardFooter role="alert" className="text-danger">
          That was not saved: {saveError.message}
        </CardFooter>
      )}
    </Card>
  )
}

function Loading() {
  return (
    <CardBody>
      <p role="status" className="sr-only">
        Loading the known people
      </p>
      <div className="grid gap-3">
        {Array.from({ length: 4 }, (_, row) => (
          <Skeleton key={row} className="h-6" />
        ))}
      </div>
    </CardBody>
  )
}
