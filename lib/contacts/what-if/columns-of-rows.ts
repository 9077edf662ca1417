import { sentActions } from '@/lib/scoring/contacts/grammar/action-names'
import type { StarColumns } from '@/lib/scoring/contacts/what-if/star-columns'
import { sameRows } from '@/lib/what-if/same-rows'
import { markMachineRows } from './mark-machine-rows'
import { NO_ACTION } from './sql/action-codes'
import type { StoredActions } from './sql/stored-actions'

const INVITE = sentActions.indexOf('invite')

/** Contacts whose rows are made in one go, before others have their turn. */
const SLICE = 20_000

/** Where each contact's rows begin. */
function beginsOf({ rows, people }: StoredActions): number[] {
  const halves = new Uint32Array(people.buffer, people.byteOffset, rows * 2)
  const begins: number[] = []
  for (let row = 0; row < rows; row++)
    if (row === 0 || halves[row * 2] !== halves[row * 2 - 2] || halves[row * 2 + 1] !== halves[row * 2 - 1])
      begins.push(row)
  return begins
}

/** The internal ids of the contacts of rows, ascending. */
export const peopleOfRows = (stored: StoredActions): BigUint64Array =>
  BigUint64Array.from(beginsOf(stored), (row) => stored.people[row] ?? 0n)

type Known = { people: BigUint64Array; since: Float64Array }

/**
 * Columns of everybody under one mapping: the rows that are actions under it, of all contacts there are under either.
 *
 * @param codes of `stored`: under the document, or the live one
 */
export async function columnsOfRows(
  stored: StoredActions,
  codes: Uint8Array,
  known: Known,
  asOf: number,
): Promise<StarColumns> {
  const begins = beginsOf(stored)
  const people = peopleOfRows(stored)
  const size = begins.length
  const marks = stored.machines.slice()
  const offsets = new Uint32Array(size + 1)
  const columns = {
    actions: new Uint8Array(stored.rows),
    at: new Float64Array(stored.rows),
    groups: new Uint32Array(stored.rows),
    machines: new Uint8Array(stored.rows),
    ranks: new Uint32Array(stored.rows),
  }
  const numbers = new Map<number, number>()
  let out = 0
  for (let contact = 0; contact < size; contact++) {
    if (contact % SLICE === SLICE - 1) await new Promise((resolve) => setImmediate(resolve))
    const from = begins[contact] ?? 0
    const to = begins[contact + 1] ?? stored.rows
    const { at, messages, urls } = stored
    markMachineRows({ from, to, codes, at, messages, urls }, marks)
    offsets[contact] = out
    numbers.clear()
    for (let row = from; row < to; row++) {
      if (codes[row] === NO_ACTION) continue
      columns.actions[out] = codes[row]!
      columns.at[out] = stored.at[row]!
      columns.groups[out] = numbered(
        numbers,
        codes[row] === INVITE ? -stored.lists[row]! : stored.messages[row]!,
      )
      columns.machines[out] = marks[row]!
      columns.ranks[out] = stored.ranks[row]!
      out += 1
    }
  }
  offsets[size] = out
  const sinceOf = sameRows(people, known.people)
  return {
    size,
    asOf,
    offsets,
    knownSince: Float64Array.from(sinceOf, (row) => known.since[row] ?? Infinity),
    actions: columns.actions.slice(0, out),
    at: columns.at.slice(0, out),
    groups: columns.groups.slice(0, out),
    machines: columns.machines.slice(0, out),
    ranks: columns.ranks.slice(0, out),
  }
}

/** The number of a message or list within a contact, from 1; lists are negative, so that neither is taken for the other. */
function numbered(numbers: Map<number, number>, key: number): number {
  if (key === 0) return 0
  const known = numbers.get(key)
  if (known !== undefined) return known
  numbers.set(key, numbers.size + 1)
  return numbers.size
}
