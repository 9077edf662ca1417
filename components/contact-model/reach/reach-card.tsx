'use client'
import { TriangleAlert } from 'lucide-react'
import { useDeferredValue, useMemo } from 'react'
import { Card, CardFooter, CardHeader, CardTable } from '@/components/ui/card'
import { Stars } from '@/components/ui/stars'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { formatNumber } from '@/lib/format/number'
import { type ReachableStars, reachableStars, type Reader } from '@/lib/scoring/contacts/reachable-stars'
import { useContactEditor } from '../contact-editor-context'
import { unreachedInWords } from './unreached-words'

const readers: Record<Reader, string> = {
  reads: 'Reads every message',
  'reads and clicks': 'Reads and clicks in every message',
}

/** Which stars can be reached at all, by those who do all one can hope for. */
export function ReachCard() {
  const { lastValid, live } = useContactEditor()
  const document = useDeferredValue(lastValid)
  const reach = useMemo(() => reachableStars(document), [document])
  const published = useMemo(() => (live ? reachableStars(live.document) : null), [live])
  const unreached = unreachedInWords(reach.unreached)
  return (
    <Card aria-labelledby="reachable-stars">
      <CardHeader
        id="reachable-stars"
        title="Reachable stars"
        caption={`subscribed, then a message a week; higher is better${live ? ` · small: live v${live.version}` : ''}`}
      />
      <CardTable>
        <Table label="Reachable stars">
          <thead>
            <tr>
              <Th>
                Who<span className="whitespace-normal md:hidden">, after messages</span>
              </Th>
              {reach.readers[0]?.after.map(({ messages }) => (
                <Th key={messages} numeric>
                  {formatNumber(messages)}
                  <span className="max-md:sr-only"> messages</span>
                </Th>
              ))}
              <Th numeric>In the limit</Th>
            </tr>
          </thead>
          <tbody>
            {reach.readers.map((reader, index) => (
              <ReaderRow key={reader.reader} reach={reader} live={published?.readers[index] ?? null} />
            ))}
          </tbody>
        </Table>
      </CardTable>
      {unreached && (
        <CardFooter className="flex items-start gap-1.5 text-ink-2">
          <TriangleAlert role="img" aria-label="Warning" className="size-4 shrink-0 stroke-[1.5]" />
          {unreached}
        </CardFooter>
      )}
    </Card>
  )
}

type RowProps = { reach: ReachableStars; live: ReachableStars | null }

function ReaderRow({ reach, live }: RowProps) {
  return (
    <Tr>
      <Th scope="row" className="min-w-24 whitespace-normal">
        {readers[reach.reader]}
      </Th>
      {reach.after.map((one, index) => (
        <Reached key={one.messages} {...one} live={live?.after[index]?.score} />
      ))}
      <Reached {...reach.limit} live={live?.limit.score} />
    </Tr>
  )
}

type ReachedProps = { score: number | null; stars: number; live: number | null | undefined }

const scoreInWords = (score: number | null) => (score === null ? 'without end' : formatNumber(score, 2))

function Reached({ score, stars, live }: ReachedProps) {
  const differs = live !== undefined && scoreInWords(live) !== scoreInWords(score)
  return (
    <Td numeric caption={differs ? scoreInWords(live) : undefined}>
      <span className="inline-flex flex-wrap items-center justify-end gap-x-2">
        {scoreInWords(score)}
        <Stars stars={stars} className="max-md:[&_svg]:hidden" />
      </span>
    </Td>
  )
}
