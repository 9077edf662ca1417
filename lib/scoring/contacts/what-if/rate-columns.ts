import { worthOf } from '../action-rules'
import type { Clock, ContactDocument } from '../document'
import type { ActionName } from '../grammar/action-names'
import type { CountedColumns } from './counted-columns'
import { actionCodes, type StarColumns } from './star-columns'

const UNIT_MS = { hour: 3_600_000, day: 86_400_000, week: 604_800_000 } as const

const lowering: readonly ActionName[] = ['bounce_hard', 'bounce_soft', 'complaint']
const lowers = Uint8Array.from(actionCodes, (action) => Number(lowering.includes(action)))

/** Points and severities by code: of each at most one is not 0. */
export type WorthTable = { points: Float64Array; severities: Float64Array }

export function worthTable(document: ContactDocument): WorthTable {
  const worths = actionCodes.map((action) => worthOf(document, action))
  return {
    points: Float64Array.from(worths, (worth) => worth?.points ?? 0),
    severities: Float64Array.from(worths, (worth) => worth?.severity ?? 0),
  }
}

/** The logarithm of every age by time: with it a gravity costs an exponential for each action. */
export function logAges(columns: StarColumns, counted: CountedColumns, unit: keyof typeof UNIT_MS) {
  const logs = new Float64Array(counted.codes.length)
  const { starts, at } = counted
  for (let contact = 0; contact < columns.size; contact++) {
    const last = columns.offsets[contact + 1]! - 1
    if (last < columns.offsets[contact]!) continue
    const asOf = Math.max(columns.asOf, columns.at[last]! + 1)
    for (let row = starts[contact]!; row < starts[contact + 1]!; row++)
      logs[row] = Math.log(1 + Math.max(0, asOf - at[row]!) / UNIT_MS[unit])
  }
  return logs
}

/** What each counted action still keeps of its worth, 1 / age^g: by rank from 1 under the position clock, else by row. */
export function keptWorths(clock: Clock, gravity: number, longest: number, logs: Float64Array | null) {
  if (clock.type === 'position' || !logs)
    return Float64Array.from({ length: longest + 1 }, (_, rank) => (rank === 0 ? 1 : 1 / rank ** gravity))
  const kept = new Float64Array(logs.length)
  for (let row = 0; row < logs.length; row++) kept[row] = Math.exp(-gravity * logs[row]!)
  return kept
}

/**
 * **Scores of everybody**: `rateCounted` for columns, walking each contact from the oldest action to the newest: a
 * positive is added, a negative divides the total (running), or all of it in the end (final).
 *
 * @returns NaN for those without a row
 */
export function rateColumns(
  columns: StarColumns,
  counted: CountedColumns,
  document: ContactDocument,
  kept: Float64Array,
): Float64Array {
  const { points, severities } = worthTable(document)
  const { starts, codes } = counted
  const byPosition = document.clock.type === 'position'
  const isFinal = document.order === 'final'
  const floor = document.floor
  const scores = new Float64Array(columns.size)
  for (let contact = 0; contact < columns.size; contact++) {
    if (columns.offsets[contact] === columns.offsets[contact + 1]) {
      scores[contact] = NaN
      continue
    }
    const from = starts[contact]!
    let total = 0
    let divisors = 1
    let lowered = 1
    for (let row = starts[contact + 1]! - 1; row >= from; row--) {
      const code = codes[row]!
      const share = kept[byPosition ? row - from + 1 : row]!
      const severity = severities[code]!
      if (severity === 0) {
        total += points[code]! * share
        continue
      }
      const divisor = 1 + severity * share
      if (isFinal) divisors *= divisor
      else total /= divisor
      if (lowers[code] === 1) lowered *= divisor
    }
    if (isFinal) total /= divisors
    scores[contact] = floor === null ? total : Math.max(total, floor / lowered)
  }
  return scores
}
