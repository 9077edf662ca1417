'use client'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { actionValue } from '@/lib/api/action-value'
import { formatNumber } from '@/lib/format/number'
import { testProvider } from '@/lib/sources/providers/actions'
import {
  deliveriesQuery,
  type Deliveries,
  type Providers,
  providersQuery,
} from '@/lib/sources/providers/client'
import { wordsOf } from '@/lib/sources/providers/provider-words'
import { countsInWords, outcomeWords } from './delivery-words'
import { DeliveryTable } from './delivery-table'
import { DisableProvider } from './disable-provider'
import { SecretForm } from './secret-form'

type Props = {
  workspace: string
  zone: string
  item: Providers['items'][number]
  may: boolean
  onClose: () => void
}

/** One provider: its address, what it delivered, what failed and why, and a test. */
export function ProviderDialog({ workspace, zone, item, may, onClose }: Props) {
  const client = useQueryClient()
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    deliveriesQuery(workspace, item.id),
  )
  const test = useMutation({
    mutationFn: async () => actionValue(await testProvider(workspace, { id: item.id })),
    onSuccess: () => client.invalidateQueries(providersQuery(workspace)),
  })
  const words = wordsOf(item.provider)
  const mayChange = may && item.disabledAt === null
  const totals = data?.pages[0]?.totals
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="large"
      title={item.name}
      description={`${words.name}, added by ${item.createdBy}. Deliveries are kept for 30 days.`}
      footer={
        mayChange && (
          <>
            <DisableProvider workspace={workspace} id={item.id} name={item.name} onDisabled={onClose} />
            <Button busy={test.isPending} onClick={() => test.mutate()}>
              Send test
            </Button>
          </>
        )
      }
    >
      <CodeBlock code={item.url} label="Address of the webhook, without its secret" showLabel />
      {test.data && (
        <Notice
          live
          kind={test.data.outcome === 'ok' ? 'info' : 'error'}
          title={test.data.outcome === 'ok' ? 'The test worked' : 'The test failed'}
        >
          {test.data.message}
        </Notice>
      )}
      {test.isError && <Notice live kind="error" title={test.error.message} />}
      {error && <Notice live kind="error" title={error.message} />}
      {totals && <Totals totals={totals} />}
      {data && <DeliveryTable items={data.pages.flatMap(({ items }) => items)} zone={zone} />}
      {hasNextPage && (
        <Button className="justify-self-start" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show older ones
        </Button>
      )}
      {mayChange && words.secret !== 'none' && (
        <SecretForm workspace={workspace} id={item.id} provider={item.provider} hasSecret={item.hasSecret} />
      )}
    </Dialog>
  )
}

/** What thirty days came to; types that nobody knows are said apart, as somebody may want to report them. */
function Totals({ totals }: { totals: Deliveries['totals'] }) {
  const { outcomes, accepted, duplicates, ignored, unknown } = totals
  const failed = (['signature', 'stale', 'malformed'] as const).filter((outcome) => outcomes[outcome] > 0)
  return (
    <div className="grid gap-1 text-sm text-ink-2">
      <p>
        <b className="font-semibold text-ink">{formatNumber(accepted)} accepted</b>,{' '}
        {formatNumber(duplicates)} there already, in {formatNumber(outcomes.ok)} believed deliveries.
      </p>
      {failed.length > 0 && (
        <p className="text-danger">
          Refused:{' '}
          {failed
            .map((outcome) => `${formatNumber(outcomes[outcome])} ${outcomeWords[outcome].toLowerCase()}`)
            .join(', ')}
          .
        </p>
      )}
      {Object.keys(ignored).length > 0 && <p>No actions of a contact: {countsInWords(ignored)}.</p>}
      {Object.keys(unknown).length > 0 && <p>Unknown types, kept: {countsInWords(unknown)}.</p>}
    </div>
  )
}
