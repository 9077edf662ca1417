import { compileConditions } from './condition'
import { refusesConsent } from './consent'
import type { EngagementDocument } from './document'
import type { Frame } from './frame'
import type { PersonHistory } from './person-history'
import type { ActivitySpan } from './tenure'

/** Where a person stands beside the tiers. Only `scored` has a score; a null score is not a zero. */
export const personStates = ['scored', 'unknown', 'excluded', 'not-yet-seen', 'dormant', 'grace'] as const

export type PersonState = (typeof personStates)[number]

/** The part of an address behind its last @, lower-cased; domains are compared whole, without their subdomains. */
function domainOf(email: string): string {
  return email
    .slice(email.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase()
}

/**
 * **State**: the first of these that applies.
 *
 *     unknown        consent refused: see `refusesConsent`
 *     excluded       one of the person's addresses is of an excluded domain, or the excluded traits hold
 *     not-yet-seen   no activity before asOf
 *     dormant        no activity in [activeFrom, asOf)
 *     grace          tenure under graceDays
 *     scored         otherwise
 *
 * Compiled once per model and instant. The function it gives takes the span of activity before asOf (null without any)
 * and the tenure in days (not asked where span is null).
 *
 * Example: last active exactly at activeFrom: scored. One millisecond earlier: dormant.
 */
export function compileState(
  { excludeEmailDomains, exclude, graceDays }: EngagementDocument['population'],
  { activeFrom }: Pick<Frame, 'activeFrom'>,
) {
  const domains = new Set(excludeEmailDomains)
  const excludedTraits = exclude ? compileConditions(exclude) : () => false

  return (
    { emails, traits }: Pick<PersonHistory, 'emails' | 'traits'>,
    span: ActivitySpan | null,
    tenure: number,
  ): PersonState => {
    if (refusesConsent(traits)) return 'unknown'
    if (emails?.some((email) => domains.has(domainOf(email))) || excludedTraits(traits)) return 'excluded'
    if (span === null) return 'not-yet-seen'
    if (span.last < activeFrom) return 'dormant'
    return tenure < graceDays ? 'grace' : 'scored'
  }
}
