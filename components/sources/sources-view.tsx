'use client'
import { useQuery } from '@tanstack/react-query'
import { Answer } from '@/components/layout/answer'
import { Columns } from '@/components/layout/page'
import { formatNumber } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import { type Imports, importsQuery } from '@/lib/imports/client'
import { type RejectedEvents, type Sources, sourcesQuery } from '@/lib/sources/client'
import { type Providers, providersQuery } from '@/lib/sources/providers/client'
import { ConnectSource } from './connect-source'
import { ImportCard } from './import-card'
import { ImportTable } from './import-table'
import { ProvidersCard } from './providers/providers-card'
import { RejectedEventsCard } from './rejected-events-card'
import { SourceTable } from './source-table'

export type SourcesViewProps = {
  workspace: string
  zone: string
  origin: string
  /** The server's clock, for "3 minutes ago". */
  now: string
  mayManage: boolean
  mayImport: boolean
  initial: { sources: Sources; imports: Imports; rejected: RejectedEvents; providers: Providers }
}

export function SourcesView({
  workspace,
  zone,
  origin,
  now,
  mayManage,
  mayImport,
  initial,
}: SourcesViewProps) {
  const sources = useQuery({ ...sourcesQuery(workspace), initialData: initial.sources }).data.items
  const imports = useQuery({ ...importsQuery(workspace), initialData: initial.imports }).data.items
  const providers = useQuery({ ...providersQuery(workspace), initialData: initial.providers }).data.items
  const bySource = sources.reduce((sum, source) => sum + source.accepted, 0)
  const refused = sources.reduce((sum, source) => sum + source.refused, 0)
  const byImport = imports.reduce((sum, item) => sum + (item.dryRun ? 0 : item.accepted), 0)
  const byProvider = providers.reduce((sum, provider) => sum + provider.events, 0)
  return (
    <>
      <Answer caption="An accepted event is on disk before it is answered, and counts once however often it is sent.">
        {bySource + byImport + byProvider === 0 ? (
          <>
            <b>Nothing has come in yet.</b> Import a file, or make a write key and send events.
          </>
        ) : (
          <>
            <b>{plural(bySource + byImport + byProvider, 'event')} accepted</b>: {formatNumber(bySource)} over
            HTTP, {byProvider > 0 && <>{formatNumber(byProvider)} from e-mail providers, </>}
            {formatNumber(byImport)} from files; {formatNumber(refused)} refused in the last 30 days.
          </>
        )}
      </Answer>
      <Columns>
        {mayImport && <ImportCard workspace={workspace} />}
        <ConnectSource workspace={workspace} origin={origin} may={mayManage} />
      </Columns>
      {imports.length > 0 && <ImportTable workspace={workspace} zone={zone} items={imports} />}
      {sources.length > 0 && (
        <SourceTable workspace={workspace} zone={zone} items={sources} may={mayManage} />
      )}
      <ProvidersCard workspace={workspace} zone={zone} items={providers} may={mayManage} />
      <RejectedEventsCard workspace={workspace} zone={zone} initial={initial.rejected} now={now} />
    </>
  )
}
