import { sentActions } from '@/lib/scoring/contacts/grammar/action-names'

const CLICK = sentActions.indexOf('click')
const DELIVERED = sentActions.indexOf('delivered')
const SOON_MS = 2000
const BURST_MS = 2000
const MANY_LINKS = 3

/** The actions of one contact: rows of columns, oldest first. */
export type ContactRows = {
  from: number
  to: number
  codes: Uint8Array
  at: Float64Array
  messages: Float64Array
  urls: Float64Array
}

/**
 * `markMachines` for columns, of what is not marked when it comes in: a click under 2 s after its message was delivered,
 * and a click that is one of at least 3 links within 2 s. Sets the marks of the contact's rows.
 */
export function markMachineRows({ from, to, codes, at, messages, urls }: ContactRows, marks: Uint8Array) {
  const delivered = new Map<number, number>()
  const clicks: number[] = []
  for (let row = from; row < to; row++) {
    if (codes[row] === CLICK) clicks.push(row)
    else if (codes[row] === DELIVERED && messages[row] !== 0 && !delivered.has(messages[row]!))
      delivered.set(messages[row]!, at[row]!)
  }
  if (clicks.length === 0) return
  for (const row of clicks) {
    const since = at[row]! - (delivered.get(messages[row]!) ?? Infinity)
    if (messages[row] !== 0 && since >= 0 && since < SOON_MS) marks[row] = 1
  }
  // What is marked belongs to a burst all the same.
  const linked = clicks.filter((row) => urls[row] !== 0)
  let first = 0
  for (let last = MANY_LINKS - 1; last < linked.length; last++) {
    while (at[linked[last]!]! - at[linked[first]!]! > BURST_MS) first += 1
    if (last - first + 1 < MANY_LINKS) continue
    const burst = linked.slice(first, last + 1)
    if (new Set(burst.map((row) => urls[row])).size >= MANY_LINKS) for (const row of burst) marks[row] = 1
  }
}
