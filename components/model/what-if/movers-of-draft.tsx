'use client'
import Link from 'next/link'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { formatScore } from '@/lib/format/number'
import { formatSigned } from '@/lib/format/signed'
import { personHref } from '@/lib/people/person-href'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { Preview } from '@/lib/what-if/client'
import { useEditor } from '../editor-context'

type Movers = NonNullable<Preview['movers']>
type Mover = Movers['up'][number]
type Props = { movers: Movers; document: Pick<EngagementDocument, 'tiers'> }

/** Those who go up beside those who go down, the largest change first. */
export function MoversOfDraft({ movers, document }: Props) {
  return (
    <div className="grid lg:grid-cols-2 lg:divide-x lg:divide-line">
      <Half label="Up" movers={movers.up} document={document} />
      <Half label="Down" movers={movers.down} document={document} />
    </div>
  )
}

function Half({
  label,
  movers,
  document,
}: { label: string; movers: readonly Mover[] } & Pick<Props, 'document'>) {
  const { workspace } = useEditor()
  const tierName = (key: string | null) => document.tiers.find((tier) => tier.key === key)?.name ?? key
  return (
    <Table label={`${label}: people whose score the draft moves most`}>
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
        {movers.map((mover) => {
          const href = personHref(workspace, mover.personId)
          const name = mover.email ?? mover.personId
          const crossed = mover.tierBefore !== mover.tierAfter
          const way = crossed ? `${tierName(mover.tierBefore)} → ${tierName(mover.tierAfter)}` : null
          return (
            <Tr key={mover.personId}>
              <Td
                className="max-w-52 truncate"
                caption={[mover.reason ?? 'own points unchanged, others moved', way]
                  .filter(Boolean)
                  .join(' · ')}
              >
                {href ? (
                  <Link href={href} className="link" title={mover.name ?? undefined}>
                    {name}
                  </Link>
                ) : (
                  name
                )}
              </Td>
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
