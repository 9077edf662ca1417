import { codeOf, isOneOf } from './action-codes'
import { firstOfRun } from './arrays'
import type { Level } from './in-levels'

const DAY_MS = 86_400_000
const FAR = `toInt64(4e15)`

const isReading = isOneOf('c', ['read', 'click', 'forward', 'reply'])
const due = `(row.3 + {foldUnreadDays:Int64} * ${DAY_MS})`

/**
 * The messages left unread (`lib/scoring/contacts/unread`) among a contact's rows: makes `all_ats`, `all_codes` and
 * `all_subjects`, newest first. A message's readings are sorted before its deliveries, so that the first row of a message
 * tells when it was read first.
 */
export const unreadLevels: readonly Level[] = [
  {
    by_message: `arraySort(arrayConcat(
      arrayFilter((x, c) -> ${isReading}, arrayMap((a, s) -> (s, toUInt8(0), a, ''), ats, subjects), human_codes),
      arrayMap((a, m, i) -> (m, toUInt8(1), a, i), delivered_ats, delivered_messages, delivered_ids)))`,
  },
  { begins_message: firstOfRun('by_message.1') },
  {
    first_read: `arrayFill((x, f) -> f, arrayMap((t, a) -> if(t = 0, a, ${FAR}), by_message.2, by_message.3), begins_message)`,
  },
  {
    unread: `arrayMap(row -> (${due}, concat(row.4, ':unread'), toUInt8(${codeOf('unread')}), row.1), arrayFilter(
      (row, read, begins, type_before) -> row.2 = 1 AND (begins OR type_before = 0) AND ${due} < until AND read >= ${due},
      by_message, first_read, begins_message, arrayShiftRight(by_message.2, 1)))`,
  },
  { all_rows: `arrayReverseSort(arrayConcat(arrayZip(ats, ids, human_codes, subjects), unread))` },
  { all_ats: 'all_rows.1', all_codes: 'all_rows.3', all_subjects: 'all_rows.4' },
]
