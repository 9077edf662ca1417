import { StarShare } from '@/components/charts/star-share'
import { EmptyState } from '@/components/ui/empty-state'
import type { ContactsOverview } from '@/lib/contacts/client'

type Props = {
  overTime: ContactsOverview['overTime']
  ratedBy: NonNullable<ContactsOverview['ratedBy']>
  zone: string
}

/** How the stars' shares moved over the past year. */
export function ShareCard({ overTime, ratedBy, zone }: Props) {
  const points = overTime
    .filter(({ contacts }) => contacts > 0)
    .map(({ asOf, contacts, stars }) => ({ at: Date.parse(asOf), n: contacts, people: stars }))
  return (
    <StarShare
      points={points}
      zone={zone}
      fileName={`stars-over-time-${ratedBy.asOf.slice(0, 10)}`}
      footer={`Every week is rated as it stood then, by version ${ratedBy.version}.`}
      state={
        points.length > 1
          ? undefined
          : {
              kind: 'empty',
              message: (
                <EmptyState title="No earlier weeks yet">
                  The stars of the past year appear here once it is rated, a point a week.
                </EmptyState>
              ),
            }
      }
    />
  )
}
