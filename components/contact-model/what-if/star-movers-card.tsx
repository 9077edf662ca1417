'use client'
import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { ContactLink } from '@/components/contacts/contact-link'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardFooter, CardHeader, CardTable } from '@/components/ui/card'
import { Skeleton } from '@/components/ui/skeleton'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { useSettled } from '@/components/ui/use-settled'
import { type StarsPreview, starsPreviewQuery } from '@/lib/contacts/what-if/client'
import { formatNumber } from '@/lib/format/number'
import { formatSigned } from '@/lib/format/signed'
import { useContactEditor } from '../contact-editor-context'
import { useStarsWhatIf } from './stars-what-if-context'

const EACH = 8
const PAUSE_MS = 700

/** The contacts whom the draft moves most, with the action that moves them; everybody whose stars change as a file. */
export function StarMovers({ mayExport, saved }: { mayExport: boolean; saved: boolean }) {
  const { workspace, modelId, document, live, problemAt } = useContactEditor()
  const { state, result } = useStarsWhatIf()
  const settled = useSettled(document, PAUSE_MS)
  const isValid = problemAt() === null
  const { data, error, isFetching } = useQuery({
    ...starsPreviewQuery(workspace, modelId, settled, EACH),
    enabled: live !== null && state === 'ready' && isValid && settled === document,
  })
  if (!live || state === 'empty') return null
  const isOld = isFetching || settled !== document || !isValid
  const movers = data?.movers
  const isNobody = movers && movers.up.length + movers.down.length === 0
  const moved = (result?.change?.up ?? 0) + (result?.change?.down ?? 0)
  const file = new URLSearchParams({ workspace, model: modelId, direction: 'both' })
  return (
    <Card aria-labelledby="who-moves">
      <CardHeader
        id="who-moves"
        title="Who moves most"
        caption={`score under live v${live.version} and the draft, with the action whose share changes most`}
        tools={
          mayExport &&
          moved > 0 && (
            <Button asChild variant="quiet">
              <a
                href={saved ? `/api/exports/star-changes?${file}` : undefined}
                aria-disabled={!saved || undefined}
                download
                title="Everybody whose stars change, as CSV"
              >
                <Download aria-hidden /> Export {formatNumber(moved)}
              </a>
            </Button>
          )
        }
      />
      {error && <CardBody className="text-danger">{error.message}</CardBody>}
      {!isValid && (!movers || isNobody) && (
        <CardBody className="text-sm text-ink-2">They are named once the draft is valid.</CardBody>
      )}
      {isValid && !error && (!movers || (isNobody && isOld)) && (
        <CardBody aria-busy>
          <Skeleton className="h-40" />
        </CardBody>
      )}
      {isNobody && !isOld && <CardBody className="text-sm text-ink-2">Nobody’s score changes.</CardBody>}
      {movers && !isNobody && (
        <CardTable className={isOld ? 'opacity-60' : undefined} aria-busy={isFetching}>
          <div className="grid lg:grid-cols-2 lg:divide-x lg:divide-line">
            <Half label="Up" movers={movers.up} />
            <Half label="Down" movers={movers.down} />
          </div>
        </CardTable>
      )}
      {movers && !isNobody && !isValid && <CardFooter>Of the draft as it last was valid.</CardFooter>}
    </Card>
  )
}

type Mover = NonNullable<StarsPreview['movers']>['up'][number]

function Half({ label, movers }: { label: string; movers: readonly Mover[] }) {
  const { workspace } = useContactEditor()
  return (
    <Table label={`${label}: contacts whose score the draft moves most`}>
      <thead>
        <tr>
          <Th>{label}</Th>
          <Th numeric>Live</Th>
          <Th numeric>Draft</Th>
          <Th numeric>Change</Th>
        </tr>
      </thead>
      <tbody>
        {movers.length === 0 && (
          <Tr>
            <Td quiet colSpan={4}>
              Nobody
            </Td>
          </Tr>
        )}
        {movers.map(({ before, after, change, starsBefore, starsAfter, reason, ...contact }, place) => {
          const way = starsBefore === starsAfter ? null : `${starsBefore}★ → ${starsAfter}★`
          return (
            <Tr key={place}>
              <Td className="max-w-52 truncate" caption={[reason, way].filter(Boolean).join(' · ')}>
                <ContactLink workspace={workspace} contact={contact} />
              </Td>
              <Td numeric quiet>
                {formatNumber(before, 2)}
              </Td>
              <Td numeric className="font-semibold">
                {formatNumber(after, 2)}
              </Td>
              <Td numeric>{formatSigned(change, 2)}</Td>
            </Tr>
          )
        })}
      </tbody>
    </Table>
  )
}
