import { actionInWords } from '@/lib/scoring/contacts/action-names-in-words'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import type { ActionName } from '@/lib/scoring/contacts/grammar/action-names'
import { type SeenAction, markMachines } from '@/lib/scoring/contacts/machine-rules'
import { type ContactScore, scoreContact } from '@/lib/scoring/contacts/score-contact'
import { formatNumber } from '@/lib/format/number'

type Seen = { actions: readonly SeenAction[]; knownSince?: number }
type Share = { count: number; adds: number; divisor: number }

/** The least change of a share that is worth a word. */
const LEAST = 5e-3

function sharesOf({ counted }: Pick<ContactScore, 'counted'>): Map<ActionName, Share> {
  const shares = new Map<ActionName, Share>()
  for (const { action, adds, divisor, severity } of counted) {
    const share = shares.get(action) ?? { count: 0, adds: 0, divisor: 1 }
    const divides = severity === null ? 1 : divisor
    shares.set(action, { count: share.count + 1, adds: share.adds + adds, divisor: share.divisor * divides })
  }
  return shares
}

const NONE: Share = { count: 0, adds: 0, divisor: 1 }

/**
 * Why a contact's score differs between two ratings, in a few words: where a negative divides by more or less than
 * before, the one that changes most; else the positive whose share changes most in the direction of the score.
 *
 * Example: `hard bounce: divides by 3.00, was 2.00`; `12 reads: 4.20, was 3.10`.
 */
export function starReason(before: ContactScore, after: ContactScore): string | null {
  const [was, is] = [sharesOf(before), sharesOf(after)]
  const names = [...new Set([...was.keys(), ...is.keys()])]
  const said = (name: ActionName) => actionInWords[name]
  const sign = Math.sign(after.score - before.score)
  const each = names.map((name) => ({ name, was: was.get(name) ?? NONE, is: is.get(name) ?? NONE }))

  const divides = each
    .map((one) => ({ ...one, by: Math.log(one.was.divisor / one.is.divisor) * sign }))
    .sort((a, b) => b.by - a.by)[0]
  if (divides && divides.by > LEAST) {
    const number = (divisor: number) => formatNumber(divisor, 2)
    return `${said(divides.name)}: divides by ${number(divides.is.divisor)}, was ${number(divides.was.divisor)}`
  }
  const adds = each
    .map((one) => ({ ...one, by: (one.is.adds - one.was.adds) * sign }))
    .sort((a, b) => b.by - a.by)[0]
  if (!adds || adds.by < LEAST) return null
  const count = Math.max(adds.is.count, adds.was.count)
  const what = count > 1 ? `${formatNumber(count)} × ${said(adds.name)}` : said(adds.name)
  return `${what}: ${formatNumber(adds.is.adds, 2)}, was ${formatNumber(adds.was.adds, 2)}`
}

/** A history as a document scores it at an instant; of a current score also what is dated after it. */
export function scoreSeen(
  { actions, knownSince }: Seen,
  document: ContactDocument,
  { asOf, current }: { asOf: Date; current: boolean },
): ContactScore {
  const seen = { actions: markMachines(actions), knownSince }
  const newest = seen.actions.reduce((latest, { at }) => Math.max(latest, at), -Infinity)
  return scoreContact(seen, document, current ? Math.max(asOf.getTime(), newest + 1) : asOf.getTime())
}
