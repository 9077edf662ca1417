import { CardFooter } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import type { Agreement } from '@/lib/known-people/client'
import { type TauWords, agreementWords } from './agreement-words'

type Props = { agreement: Agreement | undefined; error: Error | null; isStale: boolean }

/** How far the scores put people into the order of gut feeling. */
export function AgreementFooter({ agreement, error, isStale }: Props) {
  if (error) return <CardFooter>Rank agreement could not be told: {error.message}</CardFooter>
  if (!agreement)
    return <CardFooter>Rank agreement appears once everybody is scored by the draft.</CardFooter>
  const { taus, n } = agreementWords(agreement)
  const isOpen = taus.some(({ open }) => open)
  return (
    <CardFooter aria-live="polite" className={cn(isStale && 'opacity-60')}>
      Rank agreement, Kendall’s tau:{' '}
      {taus.map((tau, index) => (
        <span key={tau.label}>
          {index > 0 && ', '}
          <OneTau {...tau} />
        </span>
      ))}
      {n !== null && `, n = ${n}`}. 1 is the same order.
      {isOpen && ' Open: the interval holds 0, so there may be no agreement at all.'}
    </CardFooter>
  )
}

function OneTau({ label, value, rest, open }: TauWords) {
  return (
    <>
      {label} <b className="text-ink!">{value}</b> {rest}
      {open && (
        <span className="ml-1 inline-flex items-baseline gap-1 whitespace-nowrap">
          <i aria-hidden className="size-2 self-center rounded-full border border-line-strong" />
          open
        </span>
      )}
    </>
  )
}
