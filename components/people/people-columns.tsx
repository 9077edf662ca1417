import { SortButton } from '@/components/ui/sort-button'
import { Time } from '@/components/ui/time'
import type { VirtualColumn } from '@/components/ui/virtual-table'
import { formatNumber, formatScore } from '@/lib/format/number'
import type { PeoplePage, PersonRow } from '@/lib/people/client'
import { type PeopleSort, firstOrder } from '@/lib/people/schema'
import type { PeopleView } from '@/lib/people/view'
import { PersonName } from './person-name'
import { Standing } from './standing'
import { stageName } from './words'

/** A row of the table. Masked ids may be alike, so a row is told by its place. */
export type PlacedPerson = PersonRow & { place: number }

type Options = {
  view: PeopleView
  onView: (change: PeopleView) => void
  zone: string
  scores: PeoplePage['scores']
}

const titles: Record<PeopleSort, string> = {
  person: 'Sort by id',
  score: 'Sort by score, 0 to 100, higher is better',
  raw: 'Sort by raw score',
  lastActivity: 'Sort by last activity',
}

export function peopleColumns({ view, onView, zone, scores }: Options): VirtualColumn<PlacedPerson>[] {
  const sorted = view.sort ?? 'score'
  const order = view.order ?? firstOrder(sorted)
  const turned = order === 'asc' ? 'desc' : 'asc'
  const head = (sort: PeopleSort, label: string) => (
    <SortButton
      order={sorted === sort ? order : null}
      title={titles[sort]}
      onSort={() => onView({ sort, order: sorted === sort ? turned : firstOrder(sort) })}
    >
      {label}
    </SortButton>
  )
  return [
    {
      key: 'person',
      header: head('person', 'Person'),
      cell: (row) => <PersonName person={row} />,
      rowHeader: true,
    },
    {
      key: 'score',
      header: head('score', 'Score'),
      width: '80px',
      numeric: true,
      cell: (row) => formatScore(row.score),
    },
    {
      key: 'tier',
      header: 'Tier',
      width: '136px',
      cell: (row) => <Standing person={row} tiers={scores?.tiers ?? []} />,
    },
    {
      key: 'account',
      header: 'Account',
      width: '128px',
      cell: (row) => (row.account === null ? <Nothing /> : <span title={row.account}>{row.account}</span>),
    },
    {
      key: 'raw',
      header: head('raw', 'Raw'),
      width: '88px',
      numeric: true,
      cell: (row) => formatNumber(row.raw, 2),
    },
    {
      key: 'stage',
      header: 'Stage',
      width: '112px',
      cell: (row) => (row.stage === null ? <Nothing /> : stageName(row.stage)),
    },
    {
      key: 'last-active',
      header: head('lastActivity', 'Last active'),
      width: '120px',
      cell: (row) =>
        row.lastActivity === null ? <Nothing /> : <Time at={row.lastActivity} zone={zone} as="day" />,
    },
  ]
}

const Nothing = () => <span className="text-ink-3">–</span>
