import { Card } from '@/components/ui/card'
import { KeyNumber, KeyNumbers } from '@/components/ui/key-numbers'
import { Stars } from '@/components/ui/stars'
import { starRanges } from '@/components/charts/star-ranges'
import type { ContactsOverview } from '@/lib/contacts/client'
import { formatShortDay } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import { formatShare } from '@/lib/format/percent'
import { starChange, starsThen } from './overview-words'

type Props = { data: ContactsOverview; zone: string }

/** How many contacts, of how many stars, and what changed within a week. */
export function StarsNumbers({ data: { contacts, stars, cuts, week }, zone }: Props) {
  const then = week && starsThen(week)
  return (
    <Card aria-label="Key numbers">
      <KeyNumbers>
        <KeyNumber
          label="Contacts"
          value={formatNumber(contacts)}
          note={week ? `${formatNumber(week.came)} new since ${formatShortDay(week.since, zone)}` : 'rated'}
        />
        {[...starRanges(cuts)].reverse().map(({ stars: one, long }) => (
          <KeyNumber
            key={one}
            label={<Stars stars={one} />}
            value={formatNumber(stars[one - 1] ?? 0)}
            detail={formatShare(stars[one - 1] ?? 0, contacts)}
            note={then ? starChange(stars, then, one - 1) : `score ${long}`}
          />
        ))}
      </KeyNumbers>
    </Card>
  )
}
