import { Badge } from '@/components/ui/badge'
import { Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { formatClock, formatInstant } from '@/lib/format/instant'
import { plural } from '@/lib/format/plural'
import { formatSigned } from '@/lib/format/signed'
import type { Timeline } from '@/lib/people/client'

type Entry = Timeline['items'][number]
type EventEntry = Extract<Entry, { type: 'event' }>

type Props = {
  entry: Entry
  /** The first of its day names it. */
  day: string | null
  zone: string
}

const standingWords: Record<EventEntry['standing'], string> = {
  counted: '',
  before: 'older than the window',
  since: 'after this score',
  'not-a-behavior': 'not a key behavior',
}

function worth({ standing, behaviors }: EventEntry): string {
  if (standing !== 'counted') return standingWords[standing]
  return behaviors
    .map(({ worth: points, others }) =>
      others > 0 ? `with ${plural(others, 'other')}, ${formatSigned(points, 2)}` : formatSigned(points, 2),
    )
    .join('; ')
}

function identityWords(entry: Exclude<Entry, EventEntry>): string {
  if (entry.type === 'merge')
    return `${entry.personId} was merged into this person: from here on both score as one.`
  const who =
    entry.left === 'id'
      ? `${entry.personId} was separated from this person`
      : `This person was separated from ${entry.personId}`
  return `${who}: from here on each scores alone.`
}

/** One event, or the moment somebody was merged into this person or separated from them. */
export function TimelineRow({ entry, day, zone }: Props) {
  const when = (
    <>
      <Td className="whitespace-nowrap">{day && <Time at={day} zone={zone} as="day" />}</Td>
      <Th scope="row" className="font-normal whitespace-nowrap text-ink-2">
        {formatClock(entry.at, zone)}
      </Th>
    </>
  )
  if (entry.type !== 'event') {
    return (
      <Tr>
        {when}
        <Td colSpan={3} className="text-ink-2">
          {identityWords(entry)}
        </Td>
      </Tr>
    )
  }
  const counts = entry.behaviors.map(({ name }) => name).join(', ')
  return (
    <Tr>
      {when}
      <Td>{counts || <span className="text-ink-3">–</span>}</Td>
      <Td>
        {entry.event}
        {entry.detail && <span className="text-ink-2"> · “{entry.detail}”</span>}
        {entry.late && (
          <span className="ml-2" title={`Received ${formatInstant(entry.receivedAt, zone)}`}>
            <Badge>late</Badge>
          </span>
        )}
      </Td>
      <Td numeric quiet={entry.standing !== 'counted'} className="whitespace-nowrap">
        {worth(entry)}
      </Td>
    </Tr>
  )
}
