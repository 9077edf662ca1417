import { personStates } from '../state'
import type { Population } from './population'

/** The people with a score, close together: everything is computed of them alone, in the order of their rows. */
export type Members = {
  /** Rows of the population, ascending. */
  rows: Int32Array
  /** Row → member; -1 for people without a score. */
  memberOf: Int32Array
}

const scored = personStates.indexOf('scored')

/** Who has a score. It hangs on the population alone, never on the document. */
export function membersOf({ size, states }: Pick<Population, 'size' | 'states'>): Members {
  const rows = new Int32Array(size)
  const memberOf = new Int32Array(size).fill(-1)
  let members = 0
  for (let row = 0; row < size; row++) {
    if (states[row] !== scored) continue
    memberOf[row] = members
    rows[members++] = row
  }
  return { rows: rows.slice(0, members), memberOf }
}
