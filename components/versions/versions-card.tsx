'use client'
import { Card, CardHeader, CardTable } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Badge } from '@/components/ui/badge'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { formatDay, formatInstant } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import type { VersionHistory } from '@/lib/models/client'
import { ChangeList } from './change-list'
import { VersionActions } from './version-actions'

type Version = VersionHistory['items'][number]

type Props = {
  workspace: string
  model: { id: string; name: string; kind: string }
  /** Newest first. */
  versions: readonly Version[]
  zone: string
  mayWrite: boolean
  mayScore: boolean
}

/** Every version: when, by whom, what it changed, whom it has scored, and what can be done with it. */
export function VersionsCard({ workspace, model, versions, zone, mayWrite, mayScore }: Props) {
  const live = versions.find((version) => version.live)
  return (
    <Card aria-labelledby="versions">
      <CardHeader
        id="versions"
        title="Versions"
        caption={`${plural(versions.length, 'version')}, newest first; changes are against the version before`}
      />
      {!live ? (
        <EmptyState title="No version yet">
          Publish the draft on the model’s page. Every version is kept here, with what it changed.
        </EmptyState>
      ) : (
        <CardTable>
          <Table label={`Versions of ${model.name}`}>
            <thead>
              <tr>
                <Th>Version</Th>
                <Th>Published</Th>
                <Th className="w-[42%]">Note and what changed</Th>
                <Th numeric>{model.kind === 'contact' ? 'Contacts' : 'People'}</Th>
                <Th>
                  <span className="sr-only">Actions</span>
                </Th>
              </tr>
            </thead>
            <tbody>
              {versions.map((version) => (
                <Tr key={version.version} className="[&>*]:align-top">
                  <Th scope="row" className="font-semibold whitespace-nowrap">
                    v{version.version} {version.live && <Badge tone="accent">Live</Badge>}
                  </Th>
                  <Td className="whitespace-nowrap" caption={version.publishedBy}>
                    <Time at={version.publishedAt} zone={zone} as="day" />
                  </Td>
                  <Td className="min-w-72 max-md:whitespace-normal">
                    {version.note && <p className="[overflow-wrap:anywhere]">{version.note}</p>}
                    <Changed version={version} />
                  </Td>
                  <Td
                    numeric
                    caption={version.asOf ? `as of ${formatDay(version.asOf, zone)}` : 'not scored yet'}
                  >
                    <span title={version.asOf ? formatInstant(version.asOf, zone) : undefined}>
                      {formatNumber(version.people)}
                    </span>
                  </Td>
                  <Td>
                    <VersionActions
                      workspace={workspace}
                      model={model}
                      version={version}
                      live={live.version}
                      mayWrite={mayWrite}
                      mayScore={mayScore}
                    />
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </CardTable>
      )}
    </Card>
  )
}

function Changed({ version: { version, changes } }: { version: Version }) {
  if (changes.length > 0) return <ChangeList changes={changes} />
  return (
    <p className="text-xs text-ink-3">
      {version === 1 ? 'The first version' : 'The same as the version before'}
    </p>
  )
}
