import { cn } from '@/components/ui/cn'
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

/** One action that counts. On narrow screens what it adds stands right beside its name, ahead of how it comes about. */
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
        <span className="block text-xs text-ink-3 md:hidden">
          {tried ? 'tried' : <Time at={at} zone={zone} as="day" />}
        </span>
        {note && <span className="block text-xs whitespace-nowrap text-ink-3">{note}</span>}
      </Th>
      <Td numeric quiet={adds === null} className={cn('md:hidden', adds !== null && 'font-semibold')}>
        {formatNumber(adds, DIGITS)}
        <ShareBarCell share={share} />
      </Td>
      <Td quiet className="whitespace-nowrap max-md:hidden">
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
      <Td numeric quiet={adds === null} className={cn('max-md:hidden', adds !== null && 'font-semibold')}>
        {formatNumber(adds, DIGITS)}
      </Td>
      <Td className="max-md:hidden">
        <ShareBarCell share={share} />
      </Td>
    </Tr>
  )
}
