import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { type PeopleView, isNarrowed } from '@/lib/people/view'

type Props = { view: PeopleView; workspace: string; unmasked: boolean; onClear: () => void }

/** Why the list is empty, and what fills it. */
export function Nobody({ view, workspace, unmasked, onClear }: Props) {
  if (!isNarrowed(view)) {
    return (
      <EmptyState
        title="Nobody yet"
        action={
          <Button variant="go" asChild>
            <Link href={`/w/${workspace}/sources`}>Import a file or connect a source</Link>
          </Button>
        }
      >
        People appear here with their first event.
      </EmptyState>
    )
  }
  return (
    <EmptyState title="Nobody matches" action={<Button onClick={onClear}>Clear search and filters</Button>}>
      {view.search && !unmasked
        ? 'Your role sees no e-mails and names, so the search looks at ids only.'
        : 'Try a shorter part of the e-mail, id or name, or fewer filters.'}
    </EmptyState>
  )
}
