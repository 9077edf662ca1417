const refusals = new Set(['false', 'no', 'denied', 'refused'])

/**
 * **Consent**: refused where the trait `consent` is false, or one of the texts false, no, denied, refused, in any case
 * and trimmed. Whoever refused it is `unknown` and has no score; an absent consent refuses nothing.
 *
 * Example: " Denied " refuses; "pending", true, 0 and null do not.
 */
export function refusesConsent(traits: Readonly<Record<string, unknown>> | undefined): boolean {
  if (!traits || !Object.hasOwn(traits, 'consent')) return false
  const { consent } = traits
  return consent === false || (typeof consent === 'string' && refusals.has(consent.trim().toLowerCase()))
}
