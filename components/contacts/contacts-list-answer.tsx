import { Answer } from '@/components/layout/answer'
import type { ContactsPage } from '@/lib/contacts/client'
import { listMeanings, listNames } from '@/lib/contacts/list-words'
import { type ContactsView, isNarrowed } from '@/lib/contacts/view'
import { formatInstant } from '@/lib/format/instant'
import { plural } from '@/lib/format/plural'

type Props = {
  /** Null while it is being counted. */
  total: number | null
  ratedBy: ContactsPage['ratedBy'] | undefined
  view: ContactsView
  zone: string
}

/** How many, in which list, as of when. */
export function ContactsListAnswer({ total, ratedBy, view, zone }: Props) {
  const { list, search, stars } = view
  const rated = ratedBy
    ? `As of ${formatInstant(ratedBy.asOf, zone)}, ${ratedBy.model.name} v${ratedBy.version}. Score 0 or more, higher is better.`
    : ''
  const caption = [list && listMeanings[list], rated].filter(Boolean).join(' ')
  if (total === null) return <Answer caption={caption}>Looking for contacts …</Answer>
  const contacts = plural(total, 'contact')
  if (list)
    return (
      <Answer caption={caption}>
        <b>{contacts}</b> {total === 1 ? 'is' : 'are'} in the list {listNames[list]}
        {(search || stars) && ' and match'}.
      </Answer>
    )
  return (
    <Answer caption={caption}>
      <b>{contacts}</b>
      {isNarrowed(view) ? ` ${total === 1 ? 'matches' : 'match'}.` : ', each with one to five stars.'}
    </Answer>
  )
}
