import { Td, Th, Tr } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { formatNumber } from '@/lib/format/number'
import { type CountedRow, DIGITS } from './counted-rows'
import { ShareBarCell } from './share-bar-cell'

type Props = {
  row: CountedRow
  zone: string
  tried: boolean
  /** Formulas are short enough to stand on the line of their result. */
  inline: boolean
}

/** One action that counts. */
export function CountedRowView({ row, zone, tried, inline }: Props) {
  const { name, note, at, age, worthWhenNew, agedWorth, divisor, formula, adds, share, part } = row
  const about = [
    part.campaignId && `campaign ${part.campaignId}`,
    part.messageId && `message ${part.messageId}`,
  ]
    .filter(Boolean)
    .join(', ')
  return (
    <Tr>
      <Th scope="row" title={about || undefined}>
        {name}
        {note && <span className="block text-xs whitespace-nowrap text-ink-3">{note}</span>}
      </Th>
      <Td quiet className="whitespace-nowrap">
        {tried ? 'tried' : <Time at={at} zone={zone} as="day" />}
      </Td>
      <Td numeric>{age}</Td>
      <Td numeric className="whitespace-nowrap">
        {worthWhenNew}
      </Td>
      <Td numeric>{agedWorth}</Td>
      <Td
        numeric
        quiet={divisor === null}
        className={adds === null ? 'font-semibold whitespace-nowrap' : 'whitespace-nowrap'}
      >
        {formula && inline ? `${formula} = ${divisor}` : (divisor ?? '–')}
        {formula && !inline && <span className="block text-xs font-normal text-ink-3">{formula}</span>}
      </Td>
      <Td numeric quiet={adds === null} className={adds === null ? undefined : 'font-semibold'}>
        {formatNumber(adds, DIGITS)}
      </Td>
      <Td>
        <ShareBarCell share={share} />
      </Td>
    </Tr>
  )
}
