import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { formatDay } from '@/lib/format/instant'
import type { Person } from '@/lib/people/client'

type Props = { person: Person; zone: string }

const reasons: Record<Person['state'], string> = {
  scored: 'The scores were just replaced. Open the page again.',
  unknown: 'This person refused consent, so nothing is scored.',
  excluded: 'The model leaves this person out: an e-mail domain or a trait it excludes.',
  'not-yet-seen': 'There was no activity before this date.',
  dormant: 'There was activity before, but none within the days in which the model calls somebody active.',
  grace: 'This person is too new: the model waits a few days before it scores anybody.',
  'not-scored': 'The next run will score this person.',
}

/** Where the explanation would be. */
export function NoScore({ person, zone }: Props) {
  return (
    <Card aria-label="Why there is no score">
      <EmptyState title={person.asOf ? `No score as of ${formatDay(person.asOf, zone)}` : 'No score yet'}>
        {reasons[person.state]}
      </EmptyState>
    </Card>
  )
}
