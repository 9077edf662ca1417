import type { ReactNode } from 'react'
import { Td, Th, Tr } from '@/components/ui/table'
import { formatNumber } from '@/lib/format/number'
import { DIGITS } from './counted-rows'
import { ShareBarCell } from './share-bar-cell'

type Props = {
  children: ReactNode
  adds: number
  /** Of what the row adds that adds most; without it there is no bar. */
  share?: number
  strong?: boolean
  /** The sum of all rows. */
  total?: boolean
}

/** A row under the counted actions whose number is of several of them, or of none. */
export function SumRow({ children, adds, share = 0, strong, total }: Props) {
  const number = formatNumber(adds, DIGITS)
  const weight = strong ? 'font-semibold' : ''
  return (
    <Tr total={total}>
      <Th scope="row" colSpan={6} className="max-md:hidden">
        {children}
      </Th>
      <Th scope="row" className="whitespace-normal md:hidden">
        {children}
      </Th>
      <Td numeric className={weight}>
        {number}
        {share > 0 && (
          <span className="md:hidden">
            <ShareBarCell share={share} />
          </span>
        )}
      </Td>
      <Td className="max-md:hidden">
        <ShareBarCell share={share} />
      </Td>
      <Td colSpan={4} className="md:hidden" />
    </Tr>
  )
}
