import Link from 'next/link'
import { Card, CardHeader, CardTable } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { formatScore } from '@/lib/format/number'
import { formatSigned } from '@/lib/format/signed'
import type { Comparison } from '@/lib/models/client'
import { personHref } from '@/lib/people/person-href'

type Movers = NonNullable<Comparison['moves']>['movers']
type Mover = Movers['up'][number]
type Props = { comparison: Comparison; movers: Movers; workspace: string }

/** The people whose score differs most, each way, with the behavior it is due to. */
export function CompareMovers({ comparison, movers, workspace }: Props) {
  const { from, to } = comparison
  return (
    <Card aria-labelledby="movers">
      <CardHeader
        id="movers"
        title="Who moves most"
        caption={`score under v${from.version} and v${to.version}, 0 to 100, with the behavior that moves it`}
      />
      {movers.up.length + movers.down.length === 0 ? (
        <EmptyState title="Nobody’s score differs">Both versions place everybody alike.</EmptyState>
      ) : (
        <CardTable className="grid lg:grid-cols-2 lg:divide-x lg:divide-line">
          <Half label="Up" movers={movers.up} comparison={comparison} workspace={workspace} />
          <Half label="Down" movers={movers.down} comparison={comparison} workspace={workspace} />
        </CardTable>
      )}
    </Card>
  )
}

type HalfProps = Omit<Props, 'movers'> & { label: string; movers: readonly Mover[] }

function Half({ label, movers, comparison: { from, to }, workspace }: HalfProps) {
  const nameIn = (side: typeof from, key: string) =>
    side.scores?.tiers.find((tier) => tier.key === key)?.name ?? key
  return (
    <Table label={`${label}: people whose score differs most`}>
      <thead>
        <tr>
          <Th>{label}</Th>
          <Th numeric>v{from.version}</Th>
          <Th numeric>v{to.version}</Th>
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
        {movers.map((mover, place) => {
          const href = personHref(workspace, mover.personId)
          const said = mover.email ?? mover.personId
          const title = [mover.name, mover.account].filter(Boolean).join(' · ') || undefined
          const [was, is] = [nameIn(from, mover.tierBefore), nameIn(to, mover.tierAfter)]
          const reason = mover.reason ?? 'placed among other people'
          return (
            <Tr key={place}>
              <Th scope="row" className="max-w-60 max-md:max-w-40">
                <span className="block truncate" title={title}>
                  {href ? (
                    <Link href={href} className="link">
                      {said}
                    </Link>
                  ) : (
                    said
                  )}
                </span>
                <span className="block text-xs text-ink-3 max-md:whitespace-normal">
                  {was === is ? reason : `${reason} · ${was} → ${is}`}
                </span>
              </Th>
              <Td numeric quiet>
                {formatScore(mover.before)}
              </Td>
              <Td numeric className="font-semibold">
                {formatScore(mover.after)}
              </Td>
              <Td numeric>{formatSigned(mover.change, 1)}</Td>
            </Tr>
          )
        })}
      </tbody>
    </Table>
  )
}
