'use client'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardFooter, CardHeader, CardTable } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { type ModelHistory, modelHistoryQuery } from '@/lib/models/client'
import { foldedEntries } from './folded-entries'

type Props = { workspace: string; model: string; zone: string; initial: ModelHistory }

/** Who did what with the model, from the audit. */
export function HistoryCard({ workspace, model, zone, initial }: Props) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...modelHistoryQuery(workspace, model),
    initialData: { pages: [initial], pageParams: [undefined] },
  })
  const entries = foldedEntries(data.pages.flatMap(({ items }) => items))
  return (
    <Card aria-labelledby="history">
      <CardHeader id="history" title="History" caption="who did what with this model, newest first" />
      {error && (
        <CardBody>
          <Notice
            kind="error"
            live
            title="The history did not load"
            action={<Button onClick={() => void refetch()}>Try again</Button>}
          >
            {error.message}
          </Notice>
        </CardBody>
      )}
      {entries.length === 0 ? (
        <EmptyState title="Nothing was written down yet">
          Whoever changes, publishes or scores this model is named here.
        </EmptyState>
      ) : (
        <CardTable>
          <Table label="History of the model">
            <thead>
              <tr>
                <Th>When</Th>
                <Th className="w-[60%]">What</Th>
                <Th>Who</Th>
              </tr>
            </thead>
            <tbody>
              {entries.map(({ id, at, words, actor, times }) => (
                <Tr key={id}>
                  <Td quiet className="whitespace-nowrap">
                    <Time at={at} zone={zone} />
                  </Td>
                  <Td className="min-w-56 [overflow-wrap:anywhere] max-md:whitespace-normal">
                    {words}
                    {times > 1 && <span className="text-ink-3"> · {times} times</span>}
                  </Td>
                  <Td className="max-w-64 truncate">{actor}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </CardTable>
      )}
      {hasNextPage && (
        <CardFooter>
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        </CardFooter>
      )}
    </Card>
  )
}
