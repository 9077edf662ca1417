/** The bare address of `Name <address>`, or the text itself; the first of several. Null for nothing. */
export function addressIn(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const [, bracketed] = /<([^<>]*@[^<>]*)>/.exec(value) ?? []
  const address = (bracketed ?? value.split(',')[0] ?? '').trim()
  return address === '' ? null : address
}
