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
 *     unknown        consent refused
 *     excluded       one of the person's addresses is of an excluded domain
 *     not-yet-seen   no activity before asOf
 *     dormant        no activity in [activeFrom, asOf)
 *     grace          tenure under graceDays
 *     scored         otherwise
 *
 * @param span first and last activity before asOf, null without any
 * @param tenure in days; not asked where span is null
 *
 * Example: last active exactly at activeFrom: scored. One millisecond earlier: dormant.
 */
export function stateOf(
  person: PersonHistory,
  span: ActivitySpan | null,
  tenure: number,
  { excludeEmailDomains, graceDays }: EngagementDocument['population'],
  { activeFrom }: Frame,
): PersonState {
  if (person.consentRefused) return 'unknown'
  if (person.emails?.some((email) => excludeEmailDomains.includes(domainOf(email)))) return 'excluded'
  if (span === null) return 'not-yet-seen'
  if (span.last < activeFrom) return 'dormant'
  return tenure < graceDays ? 'grace' : 'scored'
}
