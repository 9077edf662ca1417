import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { listMeanings } from '@/lib/contacts/list-words'
import { type ContactsView, isNarrowed } from '@/lib/contacts/view'

type Props = { view: ContactsView; unmasked: boolean; onClear: () => void }

/** Why the list is empty, and what fills it. */
export function NobodyListed({ view, unmasked, onClear }: Props) {
  if (!isNarrowed(view))
    return <EmptyState title="No contacts yet">They appear here with their first action.</EmptyState>
  const { list, search, stars } = view
  return (
    <EmptyState
      title={list && !search && !stars ? 'Nobody is in this list' : 'Nobody matches'}
      action={<Button onClick={onClear}>Show every contact</Button>}
    >
      {search && !unmasked
        ? 'Your role sees no e-mails and names, so the search looks at ids only.'
        : list && !search && !stars
          ? listMeanings[list]
          : 'Try a shorter part of the e-mail, id or name, or fewer filters.'}
    </EmptyState>
  )
}
