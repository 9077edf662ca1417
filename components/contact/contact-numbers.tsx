import { Card } from '@/components/ui/card'
import { KeyNumber, KeyNumbers } from '@/components/ui/key-numbers'
import { formatDay } from '@/lib/format/instant'
import { formatNumber } from '@/lib/format/number'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { actionName } from './action-words'
import { countedNote, heightOf, notCountedNote } from './key-facts'
import type { RatedContact } from './rated-contact'
import { scoreInWords } from './score-words'
import { nextStar } from './star-words'

type Props = { rated: RatedContact; model: ContactDocument; zone: string }

/** What stands over everything else about a contact, each with its basis. */
export function ContactNumbers({ rated, model, zone }: Props) {
  const { score, stars, counted, notCounted } = rated.now
  const last = counted.at(-1)
  const height = heightOf(rated, zone)
  const repeats = notCounted.filter(({ why }) => why.type !== 'never').length
  return (
    <Card aria-label="Key numbers">
      <KeyNumbers>
        <KeyNumber
          label="Score"
          value={scoreInWords(score, model)}
          detail={`${stars}★`}
          note={nextStar(score, stars, model)}
        />
        <KeyNumber
          label="Last action"
          value={last ? actionName(last.action) : '–'}
          note={
            last &&
            [formatDay(last.at, zone), last.campaignId && `“${last.campaignId}”`].filter(Boolean).join(', ')
          }
        />
        <KeyNumber
          label="Counted"
          value={formatNumber(counted.length)}
          detail={counted.length === 1 ? 'action' : 'actions'}
          note={countedNote(rated)}
        />
        <KeyNumber label="Not counted" value={formatNumber(repeats)} note={notCountedNote(notCounted)} />
        {height && (
          <KeyNumber
            label={height.label}
            value={scoreInWords(height.step.score, model)}
            detail={`${height.step.stars}★`}
            note={height.note}
          />
        )}
      </KeyNumbers>
    </Card>
  )
}
