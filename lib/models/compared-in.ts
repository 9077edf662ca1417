/** What a comparison is asked for: versions, and the instant or day. */
export type Compared = { from?: number; to?: number; asOf?: string }

const numberOf = (text: string | null): number | undefined =>
  text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined

/** The comparison that an address asks for: `?from=7&to=8&asOf=2026-03-02`; what is not understood is left out. */
export function comparedIn(query: { get: (field: string) => string | null }): Compared {
  const from = numberOf(query.get('from'))
  const to = numberOf(query.get('to'))
  const asOf = query.get('asOf') ?? ''
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(/^\d{4}-\d{2}-\d{2}/.test(asOf) && { asOf }),
  }
}

/** The query of an address that asks for it. */
export function addressOfCompared({ from, to, asOf }: Compared): string {
  const query = new URLSearchParams()
  if (from !== undefined) query.set('from', String(from))
  if (to !== undefined) query.set('to', String(to))
  if (asOf !== undefined) query.set('asOf', asOf)
  const text = query.toString()
  return text && `?${text}`
}
