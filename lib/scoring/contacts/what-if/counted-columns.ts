import { unreadAfterDays, worthOf } from '../action-rules'
import type { ContactDocument } from '../document'
import type { ActionName } from '../grammar/action-names'
import { actionCodes, codeOf, type StarColumns } from './star-columns'

/** What counts of every contact: the rows from `starts[i]` to `starts[i + 1]`, newest first. */
export type CountedColumns = {
  starts: Uint32Array
  /** Index into `actionCodes`. */
  codes: Uint8Array
  at: Float64Array
  /** The most that any contact has. */
  longest: number
}

const DAY_MS = 86_400_000

const SUBSCRIBED = codeOf('subscribed')
const DELIVERED = codeOf('delivered')
const HARD = codeOf('bounce_hard')
const SOFT = codeOf('bounce_soft')
const INVITE = codeOf('invite')
const UNREAD = codeOf('unread')

const flagsOf = (...names: readonly ActionName[]) =>
  Uint8Array.from(actionCodes, (action) => Number(names.includes(action)))

/** Of which one of a message counts. */
const ofMessage = flagsOf(
  ...(['read', 'click', 'forward', 'reply', 'bounce_hard', 'bounce_soft', 'complaint', 'unread'] as const),
)
/** Which machines do. */
const byMachines = flagsOf('read', 'click')
/** Which show that a message was read. */
const readings = flagsOf('read', 'click', 'forward', 'reply')

/** One of a message whatever its kind: both bounces share a place. */
const bitOf = (code: number) => 1 << (code === SOFT ? HARD : code)
/** That something of the message is kept; above the bits of the actions. */
const TAKEN = 1 << 20
/** That the message bounced hard. */
const BOUNCED_HARD = 1 << 21

/** What a document says of which actions count: while it stays the same, so does what counts. */
export function countingKey(document: ContactDocument): string {
  const counted = actionCodes.map((action) => Number(worthOf(document, action) !== null)).join('')
  return `${counted} ${document.machine} ${document.dedupe} ${unreadAfterDays(document)}`
}

function mostGroups({ offsets, groups, size }: StarColumns): number {
  let most = 0
  for (let row = 0, end = offsets[size] ?? 0; row < end; row++) most = Math.max(most, groups[row]!)
  return most
}

/**
 * **What counts** of everybody: `countedActions` for columns, in two walks over the rows of each contact.
 *
 * From the newest to the oldest the first of its kind is the latest, which is the one that counts. A message that is
 * bounced hard, or left unread, is found on a walk before, where the model asks for it.
 */
export function countColumns(columns: StarColumns, document: ContactDocument): CountedColumns {
  const { size, offsets, actions, at, groups, machines, ranks, knownSince, asOf } = columns
  const rows = offsets[size] ?? 0
  const counts = Uint8Array.from(actionCodes, (action) => Number(worthOf(document, action) !== null))
  const afterDays = unreadAfterDays(document)
  const excludes = document.machine === 'exclude'
  const onePerMessage = document.dedupe === 'message'
  const asksBounces = counts[HARD] === 1 && counts[SOFT] === 1

  const codes = new Uint8Array(rows + size)
  const times = new Float64Array(rows + size)
  const starts = new Uint32Array(size + 1)
  const most = mostGroups(columns)
  const seen = new Int32Array(most + 1)
  const lists = new Uint8Array(most + 1)
  const unread = afterDays === null ? null : unreadFinder(columns, most, afterDays, excludes)
  let out = 0
  let longest = 0

  for (let contact = 0; contact < size; contact++) {
    starts[contact] = out
    const from = offsets[contact]!
    const to = offsets[contact + 1]!
    if (from === to) continue
    const seenUntil = Math.max(asOf, at[to - 1]! + 1)

    let subscription = -1
    for (let row = to - 1; row >= from; row--) {
      const group = groups[row]!
      seen[group] = 0
      lists[group] = 0
      if (actions[row] === SUBSCRIBED) subscription = row
    }
    if (asksBounces)
      for (let row = from; row < to; row++)
        if (actions[row] === HARD && groups[row] !== 0) seen[groups[row]!] = BOUNCED_HARD
    const left = unread ? unread.find(from, to, seenUntil) : 0

    let once = 0
    let next = left - 1
    for (let row = to - 1; row >= from || next >= 0;) {
      let code: number
      let time: number
      let group: number
      const isDerived =
        next >= 0 &&
        (row < from ||
          unread!.at[next]! > at[row]! ||
          (unread!.at[next] === at[row] && unread!.ranks[next]! > ranks[row]!))
      if (isDerived) {
        code = UNREAD
        time = unread!.at[next]!
        group = unread!.groups[next]!
        next -= 1
      } else {
        code = actions[row]!
        time = at[row]!
        group = groups[row]!
        const isMachine = excludes && machines[row] === 1 && byMachines[code] === 1
        row -= 1
        if (isMachine || code === DELIVERED) continue
        if (code === SUBSCRIBED && row + 1 !== subscription) continue
      }
      if (counts[code] === 0) continue
      if (ofMessage[code] === 1) {
        if (group !== 0) {
          const known = seen[group]!
          if ((known & bitOf(code)) !== 0 || (code === SOFT && (known & BOUNCED_HARD) !== 0)) continue
          if (onePerMessage && (known & TAKEN) !== 0) continue
          seen[group] = known | bitOf(code) | TAKEN
        }
      } else if (code === INVITE) {
        if (group !== 0 && lists[group] === 1) continue
        lists[group] = 1
      } else if (code !== SUBSCRIBED) {
        if ((once & (1 << code)) !== 0) continue
        once |= 1 << code
      }
      codes[out] = code
      times[out] = time
      out += 1
    }
    if (subscription < 0 && counts[SUBSCRIBED] === 1) {
      codes[out] = SUBSCRIBED
      times[out] = Math.min(at[from]!, knownSince[contact]!, seenUntil)
      out += 1
    }
    longest = Math.max(longest, out - starts[contact]!)
  }
  starts[size] = out
  return { starts, codes: codes.subarray(0, out), at: times.subarray(0, out), longest }
}

/** Finds the messages that a contact left unread; they are in `at`, `ranks` and `groups`, oldest first. */
function unreadFinder(
  { actions, at, groups, machines, ranks }: StarColumns,
  most: number,
  afterDays: number,
  excludes: boolean,
) {
  // Of which contact, counted from 1, the entry of a message is: nothing has to be emptied between two of them.
  const readBy = new Uint32Array(most + 1)
  const deliveredTo = new Uint32Array(most + 1)
  const read = new Float64Array(most + 1)
  const first = new Uint32Array(most + 1)
  const found = {
    at: new Float64Array(most + 1),
    ranks: new Uint32Array(most + 1),
    groups: new Uint32Array(most + 1),
  }
  let contact = 0

  /** Deliveries come in order, so only those of one instant have to be put in the order of their ids. */
  function insert(time: number, rank: number, group: number, count: number): void {
    let place = count
    while (place > 0 && found.at[place - 1] === time && found.ranks[place - 1]! > rank) {
      found.at[place] = time
      found.ranks[place] = found.ranks[place - 1]!
      found.groups[place] = found.groups[place - 1]!
      place -= 1
    }
    found.at[place] = time
    found.ranks[place] = rank
    found.groups[place] = group
  }

  function find(from: number, to: number, asOf: number): number {
    contact += 1
    let deliveries = 0
    for (let row = from; row < to; row++) {
      const group = groups[row]!
      if (group === 0) continue
      const code = actions[row]!
      if (code === DELIVERED) {
        if (deliveredTo[group] === contact) continue
        deliveredTo[group] = contact
        first[deliveries] = row
        deliveries += 1
      } else if (readings[code] === 1 && readBy[group] !== contact) {
        if (excludes && machines[row] === 1 && byMachines[code] === 1) continue
        readBy[group] = contact
        read[group] = at[row]!
      }
    }
    let count = 0
    for (let index = 0; index < deliveries; index++) {
      const row = first[index]!
      const group = groups[row]!
      const time = at[row]! + afterDays * DAY_MS
      if (time >= asOf || (readBy[group] === contact && read[group]! < time)) continue
      insert(time, ranks[row]!, group, count)
      count += 1
    }
    return count
  }

  return { ...found, find }
}
