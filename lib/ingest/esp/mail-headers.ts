export type MailHeaders = {
  /** ms since epoch. */
  date: number | null
  messageId: string | null
  /** The message that this one answers. */
  inReplyTo: string | null
}

/** What an incoming mail says of itself, from its header lines. */
export function headersIn(lines: string): MailHeaders {
  const unfolded = lines.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  return headersOf(
    unfolded.flatMap((line) => {
      const colon = line.indexOf(':')
      return colon < 1 ? [] : [[line.slice(0, colon), line.slice(colon + 1)] as const]
    }),
  )
}

/** The same from names and values. */
export function headersOf(pairs: Iterable<readonly [name: string, value: string]>): MailHeaders {
  const byName = new Map([...pairs].map(([name, value]) => [name.trim().toLowerCase(), value.trim()]))
  const date = Date.parse(byName.get('date') ?? '')
  return {
    date: Number.isNaN(date) ? null : date,
    messageId: byName.get('message-id') || null,
    inReplyTo: byName.get('in-reply-to') || null,
  }
}
