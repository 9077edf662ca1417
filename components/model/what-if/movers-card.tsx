'use client'
import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardFooter, CardHeader, CardTable } from '@/components/ui/card'
import { Skeleton } from '@/components/ui/skeleton'
import { useSettled } from '@/components/ui/use-settled'
import { formatNumber } from '@/lib/format/number'
import { previewQuery } from '@/lib/what-if/client'
import { useEditor } from '../editor-context'
import { useWhatIf } from '../what-if-context'
import { MoversOfDraft } from './movers-of-draft'

const EACH = 8
const PAUSE_MS = 700

/** The people whom the draft moves most, with the behavior that moves them; all of them as a file. */
export function MoversCard({ mayExport, saved }: { mayExport: boolean; saved: boolean }) {
  const { workspace, modelId, document, live, problemAt } = useEditor()
  const { state, result } = useWhatIf()
  const settled = useSettled(document, PAUSE_MS)
  const valid = problemAt() === null
  const { data, error, isFetching } = useQuery({
    ...previewQuery(workspace, modelId, settled, EACH),
    enabled: live !== null && state === 'ready' && valid && settled === document,
  })
  if (!live) return null
  const change = result?.change
  const href = (direction: string) =>
    `/api/exports/what-if?${new URLSearchParams({ workspace, model: modelId, direction })}`
  return (
    <Card aria-labelledby="who-moves">
      <CardHeader
        id="who-moves"
        title="Who moves most"
        caption={`score under live v${live.version} and the draft, 0 to 100, with the behavior that moves it`}
        tools={
          mayExport &&
          change &&
          change.up + change.down > 0 && (
            <Button asChild variant="quiet">
              <a
                href={saved ? href('both') : undefined}
                aria-disabled={!saved || undefined}
                download
                title="Everybody who changes tier, as CSV"
              >
                <Download aria-hidden /> Export {formatNumber(change.up + change.down)}
              </a>
            </Button>
          )
        }
      />
      {error && <CardBody className="text-danger">{error.message}</CardBody>}
      {!data && !error && (
        <CardBody>
          <Skeleton className="h-40" />
        </CardBody>
      )}
      {data?.movers && (
        <CardTable
          className={isFetching || settled !== document ? 'opacity-60' : undefined}
          aria-busy={isFetching}
        >
          <MoversOfDraft movers={data.movers} document={settled} />
        </CardTable>
      )}
      {data?.movers && data.movers.up.length + data.movers.down.length === 0 && (
        <CardFooter>Nobody’s score changes.</CardFooter>
      )}
    </Card>
  )
}
