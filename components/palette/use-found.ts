'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Building2, Mail, User } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useSettled } from '@/components/ui/use-settled'
import { foundAccountsQuery } from '@/lib/accounts/client'
import { type ContactRow, foundContactsQuery } from '@/lib/contacts/client'
import { contactHref } from '@/lib/contacts/contact-href'
import { modelsQuery } from '@/lib/models/client'
import { formatScore } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import { type PersonRow, foundPeopleQuery } from '@/lib/people/client'
import { hidden } from '@/lib/people/mask-emails'
import { personHref } from '@/lib/people/person-href'
import type { Command, CommandGroup } from './command'

/** Shorter texts are part of nearly every address. */
const shortest = 2
const pause = 200

/** An id that was masked leads to nobody. */
const isMasked = (id: string) => id.includes(hidden)

/** What somebody typed, asked of the people, contacts and accounts of the workspace once they pause. */
export function useFound(workspace: string, typed: string) {
  const router = useRouter()
  const search = useSettled(typed.trim(), pause)
  const asks = search.length >= shortest
  const asked = { enabled: asks, placeholderData: keepPreviousData }
  const people = useQuery({ ...foundPeopleQuery(workspace, search), ...asked })
  const accounts = useQuery({ ...foundAccountsQuery(workspace, search), ...asked })
  const models = useQuery(modelsQuery(workspace)).data?.items ?? []
  const isRated = models.some(({ kind, version }) => kind === 'contact' && version !== null)
  const contacts = useQuery({
    ...foundContactsQuery(workspace, search),
    ...asked,
    enabled: asks && isRated,
  })

  const ofPerson = (row: PersonRow, place: number): Command => {
    const said = row.email ?? row.personId
    const href = personHref(workspace, row.personId)
    const closed = href === null
    return {
      // Masked ids may be alike.
      id: closed ? `person ${place}` : `person ${row.personId}`,
      label: said,
      hint: closed
        ? 'hidden from your role'
        : (row.name ?? (row.personId === said ? undefined : row.personId)),
      end: row.score === null ? undefined : formatScore(row.score),
      icon: User,
      closed,
      run: () => {
        if (href) router.push(href)
      },
    }
  }
  const ofContact = ({ personId, email, name, stars }: ContactRow, place: number): Command => {
    const href = contactHref(workspace, personId)
    return {
      id: href ? `contact ${personId}` : `contact ${place}`,
      label: email ?? personId,
      hint: href ? (name ?? 'as a contact') : 'hidden from your role',
      end: `${stars}★`,
      icon: Mail,
      closed: href === null,
      run: () => {
        if (href) router.push(href)
      },
    }
  }
  const groups: CommandGroup[] = [
    { heading: 'People', commands: (people.data?.items ?? []).map(ofPerson) },
    // While everybody is being rated it is refused, and there are none to show.
    { heading: 'Contacts', commands: (contacts.error ? [] : (contacts.data?.items ?? [])).map(ofContact) },
    {
      heading: 'Accounts',
      commands: (accounts.data?.items ?? []).map(({ accountId, name, people: seats }, place) => ({
        id: isMasked(accountId) ? `account ${place}` : `account ${accountId}`,
        label: name ?? accountId,
        hint: plural(seats, 'person', 'people'),
        icon: Building2,
        closed: isMasked(accountId),
        run: () => router.push(`/w/${workspace}/people?account=${encodeURIComponent(accountId)}`),
      })),
    },
  ]
  return {
    groups: asks ? groups.filter(({ commands }) => commands.length > 0) : [],
    /** An answer to what stands there now is still on its way. */
    pending:
      typed.trim().length >= shortest &&
      (search !== typed.trim() || people.isFetching || accounts.isFetching || contacts.isFetching),
    error: people.error ?? accounts.error,
  }
}
