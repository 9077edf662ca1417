import { Tooltip } from '@/components/ui/tooltip'
import { formatPlain } from '@/lib/format/number'
import { formatPercent } from '@/lib/format/percent'
import { plural } from '@/lib/format/plural'

export type ReachProps = {
  /** Of the people with a score, how many did it; null while that is not known. */
  people: number | null
  share: number | null
  median: number | null
}

/** In words: how many people did it, and how often. */
export const reachInWords = (people: number, median: number | null) =>
  median === null
    ? 'Nobody with a score did it in this window.'
    : `${plural(people, 'person', 'people')} with a score did it; half of them counted ${formatPlain(median)} or more.`

/** Share of the people with a score who did it. */
export function Reach({ people, share, median }: ReachProps) {
  if (people === null) return <>–</>
  return (
    <Tooltip content={reachInWords(people, median)}>
      <span tabIndex={0} className="rounded-sm">
        {formatPercent(share, 0)}
      </span>
    </Tooltip>
  )
}
