'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { downloadCsv } from '@/components/charts/download'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardFooter, CardHeader, CardTable } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { IconButton } from '@/components/ui/icon-button'
import { Notice } from '@/components/ui/notice'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { Skeleton } from '@/components/ui/skeleton'
import { type Movers, type Overview, type Scored, moversQuery } from '@/lib/engagement/client'
import { formatNumber } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import type { Direction } from '@/lib/engagement/over-time-schema'
import { moversFile } from './movers-file'
import { MoversTable } from './movers-table'
import { WeeksMissing } from './weeks-missing'

const SHOWN = 8
const IN_FILE = 100

type Props = {
  workspace: string
  scored: Scored
  earlier: string | null
  restating: Overview['restating']
  zone: string
}

/** Whose score changed most in four weeks, and why. Read after the page, as it asks the warehouse. */
export function MoversCard({ workspace, scored, earlier, restating, zone }: Props) {
  const [direction, setDirection] = useState<Direction>('both')
  const [failure, setFailure] = useState<string | null>(null)
  const client = useQueryClient()
  const { data, error, refetch, isPlaceholderData } = useQuery(
    moversQuery(workspace, scored, direction, earlier, SHOWN),
  )
  const save = async () => {
    try {
      const all = await client.fetchQuery(moversQuery(workspace, scored, direction, earlier, IN_FILE))
      downloadCsv(moversFile(all), `movers-${direction}-${scored.asOf.slice(0, 10)}`)
      setFailure(null)
    } catch (error) {
      setFailure(error instanceof Error ? error.message : 'The file could not be made.')
    }
  }

  return (
    <Card aria-labelledby="movers">
      <CardHeader
        id="movers"
        title="Biggest movers"
        caption={data?.from ? caption(data) : 'Largest change of score in four weeks'}
        tools={
          data?.from && (
            <>
              <SegmentedControl
                label="Direction"
                options={[
                  { value: 'both', label: 'Both' },
                  { value: 'up', label: 'Up' },
                  { value: 'down', label: 'Down' },
                ]}
                value={direction}
                onValueChange={setDirection}
              />
              <IconButton label={`Download the first ${IN_FILE} as CSV`} onClick={() => void save()}>
                <Download aria-hidden />
              </IconButton>
            </>
          )
        }
      />
      {error && !data ? (
        <CardBody>
          <Notice
            kind="error"
            title="The movers did not load"
            action={<Button onClick={() => void refetch()}>Try again</Button>}
          >
            {error.message}
          </Notice>
        </CardBody>
      ) : !data ? (
        <Loading />
      ) : data.from === null ? (
        <WeeksMissing
          restating={restating}
          what="People are compared with the scores of four weeks before, as soon as there are some."
        />
      ) : data.items.length === 0 ? (
        <EmptyState title={direction === 'both' ? 'Nobody moved' : `Nobody moved ${direction}`}>
          {data.n === 0
            ? 'Nobody has a score on both dates.'
            : `${plural(data.n ?? 0, 'person has', 'people have')} a score on both dates, and none of them changed that way.`}
        </EmptyState>
      ) : (
        <CardTable className={isPlaceholderData ? 'opacity-60' : undefined}>
          <MoversTable movers={data} workspace={workspace} zone={zone} />
        </CardTable>
      )}
      {failure && (
        <CardFooter role="alert" className="text-danger">
          {failure}
        </CardFooter>
      )}
    </Card>
  )
}

const caption = ({ items, n }: Movers) =>
  `${formatNumber(items.length)} of ${plural(n ?? 0, 'person', 'people')} scored on both dates`

/** As high as the table that will come. */
function Loading() {
  return (
    <CardBody>
      <p role="status" className="sr-only">
        Loading the biggest movers
      </p>
      <div className="grid gap-3" style={{ minHeight: SHOWN * 41 + 20 }}>
        {Array.from({ length: SHOWN }, (_, row) => (
          <Skeleton key={row} className="h-7" />
        ))}
      </div>
    </CardBody>
  )
}
