import { codeOf, isOneOf } from './action-codes'
import { firstOfRun } from './arrays'

const DAY_MS = 86_400_000
const FAR = '9000000000000000'

/**
 * SQL for the messages left unread (`lib/scoring/contacts/unread`), as rows (at, id, code, subject): a message's
 * readings before its deliveries, so that the first row of a message tells when it was read first.
 *
 * @param afterDays SQL for d
 * @param asOf SQL for milliseconds since 1970 UTC
 */
export function unreadRows(afterDays: string, asOf: string): { sorted: string; unread: string } {
  const isReading = isOneOf('c', ['read', 'click', 'forward', 'reply'])
  const begins = firstOfRun('by_message.1')
  const firstRead = `arrayFill((x, f) -> f, arrayMap((t, a) -> if(t = 0, a, toInt64(${FAR})), by_message.2, by_message.3), ${begins})`
  const due = `(row.3 + ${afterDays} * ${DAY_MS})`
  return {
    sorted: `arraySort(arrayConcat(
      arrayFilter((x, c) -> ${isReading}, arrayMap((a, s) -> (s, toUInt8(0), a, ''), ats, subjects), human_codes),
      arrayMap((a, m, i) -> (m, toUInt8(1), a, i), delivered_ats, delivered_messages, delivered_ids))) AS by_message`,
    unread: `arrayMap(row -> (${due}, concat(row.4, ':unread'), toUInt8(${codeOf('unread')}), row.1), arrayFilter(
      (row, read, begins, type_before) -> row.2 = 1 AND (begins OR type_before = 0) AND ${due} < ${asOf} AND read >= ${due},
      by_message, ${firstRead}, ${begins}, arrayShiftRight(by_message.2, 1))) AS unread`,
  }
}
