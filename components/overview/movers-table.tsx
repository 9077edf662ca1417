import Link from 'next/link'
import { Sparkline } from '@/components/charts/sparkline'
import { stageName } from '@/components/people/words'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { TierMark } from '@/components/ui/tier-mark'
import { tierTone } from '@/components/ui/tier-tone'
import type { Movers } from '@/lib/engagement/client'
import { formatShortDay } from '@/lib/format/instant'
import { formatScore } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import { formatSigned } from '@/lib/format/signed'
import { personHref } from '@/lib/people/person-href'

type Mover = Movers['items'][number]
type Props = { movers: Movers; workspace: string; zone: string }

/** One line a person: the two scores, the change, the weeks between, where they went and why. */
export function MoversTable({ movers, workspace, zone }: Props) {
  const { items, from, to, tiers, weeks } = movers
  return (
    <Table label="Biggest movers">
      <thead>
        <tr>
          <Th>Person</Th>
          <Th>Account</Th>
          <Th numeric>{formatShortDay(from ?? to, zone)}</Th>
          <Th numeric>{formatShortDay(to, zone)}</Th>
          <Th numeric>Change</Th>
          <Th>Last {plural(weeks.length, 'week')}, 0 to 100</Th>
          <Th>Tier</Th>
          <Th className="w-[34%]">Main reason</Th>
        </tr>
      </thead>
      <tbody>
        {items.map((mover, place) => (
          <Tr key={place}>
            <Th scope="row" className="max-w-64 truncate max-md:max-w-32">
              <Name mover={mover} workspace={workspace} />
            </Th>
            <Td quiet className="max-w-40 truncate max-md:max-w-16">
              {mover.account ?? '–'}
            </Td>
            <Td numeric>{formatScore(mover.before)}</Td>
            <Td numeric>{formatScore(mover.after)}</Td>
            <Td numeric className="font-semibold">
              {formatSigned(mover.change, 1)}
            </Td>
            <Td>
              <Sparkline values={mover.history} label="Weekly score" />
            </Td>
            <Td className="whitespace-nowrap" caption={crossed(mover)}>
              <Way tiers={tiers} from={mover.tierBefore} to={mover.tierAfter} />
            </Td>
            <Td className="min-w-56 text-ink-2 max-md:whitespace-normal">{mover.reason ?? '–'}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

/** E-mail or id, a link to the person's page; a masked id leads nowhere. */
function Name({ mover: { personId, email, name }, workspace }: { mover: Mover; workspace: string }) {
  const said = email ?? personId
  const title = [name, said, personId === said ? null : personId].filter(Boolean).join(' · ')
  const href = personHref(workspace, personId)
  if (!href) return <span title={title}>{said}</span>
  return (
    <Link href={href} title={title} className="link">
      {said}
    </Link>
  )
}

function Way({ tiers, from, to }: { tiers: Movers['tiers']; from: string; to: string }) {
  const before = tiers.find(({ key }) => key === from)
  const index = tiers.findIndex(({ key }) => key === to)
  const mark = <TierMark tone={tierTone(tiers, index)}>{tiers[index]?.name ?? to}</TierMark>
  if (from === to || !before) return mark
  return (
    <>
      <span className="text-ink-3">{before.name} → </span>
      {mark}
    </>
  )
}

/** "New → Established": the people somebody is compared with are others from then on. */
const crossed = ({ stageBefore, stageAfter }: Mover): string | undefined =>
  stageBefore && stageAfter && stageBefore !== stageAfter
    ? `${stageName(stageBefore)} → ${stageName(stageAfter)}`
    : undefined
