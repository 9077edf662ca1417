import { actionName } from '@/components/contact/action-words'
import { PersonName } from '@/components/people/person-name'
import { Badge } from '@/components/ui/badge'
import { SortButton } from '@/components/ui/sort-button'
import { Stars } from '@/components/ui/stars'
import { Time } from '@/components/ui/time'
import type { VirtualColumn } from '@/components/ui/virtual-table'
import type { ContactRow } from '@/lib/contacts/client'
import type { ContactSort } from '@/lib/contacts/schema'
import { type ContactsView, firstOrder } from '@/lib/contacts/view'
import { formatNumber } from '@/lib/format/number'
import type { ActionName } from '@/lib/scoring/contacts/grammar/action-names'
import type { ViewChange } from './contacts-filters'
import { warningsOf } from './warnings'

/** A row of the table. Masked ids may be alike, so a row is told by its place. */
export type PlacedContact = ContactRow & { place: number }

type Options = { view: ContactsView; onView: (change: ViewChange) => void; zone: string }

const titles: Record<ContactSort, string> = {
  email: 'Sort by e-mail',
  score: 'Sort by score, higher is better',
  lastAction: 'Sort by last action',
}

/** What is told of a contact; in a list the reason it is there, in the place of what may speak against mail. */
export function contactsColumns({ view, onView, zone }: Options): VirtualColumn<PlacedContact>[] {
  const sorted = view.sort ?? 'score'
  const order = view.order ?? firstOrder(sorted)
  const turned = order === 'asc' ? 'desc' : 'asc'
  const head = (sort: ContactSort, label: string) => (
    <SortButton
      order={sorted === sort ? order : null}
      title={titles[sort]}
      onSort={() => onView({ sort, order: sorted === sort ? turned : firstOrder(sort) })}
    >
      {label}
    </SortButton>
  )
  const inList: VirtualColumn<PlacedContact>[] = [
    {
      key: 'reason',
      header: 'Why it is in the list',
      width: '36%',
      cell: ({ reason, unsubscribed }) => (
        <span title={reason ?? undefined}>
          {unsubscribed && (
            <Badge tone="outline" className="mr-1.5">
              Unsubscribed
            </Badge>
          )}
          {reason ?? (unsubscribed ? null : <Nothing />)}
        </span>
      ),
    },
  ]
  const otherwise: VirtualColumn<PlacedContact>[] = [
    {
      key: 'last-response',
      header: 'Last response',
      width: '116px',
      cell: ({ lastResponseAt }) =>
        lastResponseAt ? <Time at={lastResponseAt} zone={zone} as="day" /> : <Nothing />,
    },
    {
      key: 'warnings',
      header: 'Warnings',
      width: '168px',
      cell: (row) => {
        const warnings = warningsOf(row)
        return warnings ? <span title={warnings}>{warnings}</span> : <Nothing />
      },
    },
  ]
  return [
    {
      key: 'contact',
      header: head('email', 'Contact'),
      cell: (row) => <PersonName person={row} />,
      rowHeader: true,
    },
    {
      key: 'score',
      header: head('score', 'Score'),
      width: '80px',
      numeric: true,
      cell: ({ score }) => formatNumber(score, 2),
    },
    { key: 'stars', header: 'Stars', width: '128px', cell: ({ stars }) => <Stars stars={stars} /> },
    {
      key: 'last-action',
      header: head('lastAction', 'Last action'),
      width: '232px',
      cell: ({ lastAction, lastActionAt }) => (
        <>
          {actionName(lastAction as ActionName)}
          <span className="text-ink-3">
            {' · '}
            <Time at={lastActionAt} zone={zone} as="day" />
          </span>
        </>
      ),
    },
    ...(view.list ? inList : otherwise),
  ]
}

const Nothing = () => <span className="text-ink-3">–</span>
