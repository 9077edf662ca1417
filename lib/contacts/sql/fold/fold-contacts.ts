import { unreadAfterDays, worthOf } from '@/lib/scoring/contacts/action-rules'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import type { ActionName } from '@/lib/scoring/contacts/grammar/action-names'
import { NO_ACTION, OUT, actionCode, actionNames, codeOf, isOneOf } from './action-codes'
import { aligned, firstOfRun } from './arrays'
import { machineLevels } from './machine-marks'
import { ratedColumns } from './rated-columns'
import { type ContactScope, rowsInScope, scopeParams } from './rows-in-scope'
import { unreadRows } from './unread-rows'

export type { ContactScope } from './rows-in-scope'

type Fold = {
  document: ContactDocument
  scope: ContactScope
  /** Of the current score: when time is counted until, unless a contact's newest action is later. */
  asOf: Date
  /** Every stored action counts, also one whose clock runs ahead; else nothing at `asOf` or later is seen. */
  current: boolean
  /** Whether anybody in the workspace was merged into another. */
  hasMerges: boolean
  /**
   * Past instants, none after `asOf`: everybody is rated at each of them in one pass over the events, and the column
   * `point` says at which, in milliseconds. Under the position clock `known_since` is that of the actions alone.
   */
  points?: readonly Date[]
}

/** So many actions in one block, so that one who has a hundred thousand of them does not stand beside many others. */
const READINGS: readonly ActionName[] = ['read', 'click', 'forward', 'reply']
const OF_MESSAGE: readonly ActionName[] = [...READINGS, 'bounce_hard', 'bounce_soft', 'complaint', 'unread']

/**
 * SQL for the ratings of every contact in a scope, columns of the table `contact_ratings`: `scoreContact` of the pure
 * core over histories whose machine activity is marked. It is made from the document, asks for the parameters beside it
 * and for `workspace`. A contact is whoever has an action that is seen.
 *
 * Each contact's actions are arrays of equal length that are sorted, by (at, id) and the newest first, once they are
 * gathered: without that their order would be that of the parts they were read from.
 */
export function foldContacts({ document, scope, asOf, current, hasMerges, points }: Fold): {
  sql: string
  params: Record<string, unknown>
} {
  const code = actionCode(document)
  const counts = actionNames.filter((action) => worthOf(document, action) !== null)
  const days = unreadAfterDays(document)
  const columns = `occurred_at, event_id, kind, name, message_key, list_key, url_key, machine`
  const events = rowsInScope(
    scope,
    { columns, where: current ? '1' : `occurred_at < {foldAsOf:DateTime64(3, 'UTC')}` },
    hasMerges,
  )
  const asOfMs = points ? 'point' : `toUnixTimestamp64Milli({foldAsOf:DateTime64(3, 'UTC')})`
  const until = current ? `greatest(${asOfMs}, newest + 1)` : asOfMs

  const kept: readonly ActionName[] = [
    ...new Set<ActionName>([
      ...counts,
      'subscribed',
      'unsubscribe',
      'read',
      'click',
      ...(days === null ? [] : READINGS),
    ]),
  ]
  const isDelivered = `code = ${codeOf('delivered')} AND message_key != 0`
  const isKept = isOneOf('code', kept)

  // An action without message id is a message of its own, an invitation without list id a list.
  const own = (key: string) => `if(${key} = 0, xxHash64(event_id), ${key})`
  const coded = `SELECT *, ${code.sql} AS code FROM (${events})`
  const asksEverything = document.clock.type === 'time'
  const atPoints = `SELECT *, point FROM (${coded}${asksEverything ? '' : ` WHERE code != ${NO_ACTION}`})
    ARRAY JOIN {foldPoints:Array(Int64)} AS point WHERE toUnixTimestamp64Milli(occurred_at) < point`
  const person = points ? 'person, point' : 'person'
  const actions = `
  SELECT ${person}, event_id, machine, message_key, code, toUnixTimestamp64Milli(occurred_at) AS at,
    if(code = ${codeOf('click')}, url_key, toUInt64(0)) AS url,
    multiIf(
      ${isOneOf('code', OF_MESSAGE)}, ${own('message_key')},
      code = ${codeOf('invite')}, ${own('list_key')},
      toUInt64(0)) AS subject
  FROM (${points ? atPoints : coded})`

  const gathered = `
  SELECT ${person}, min(at) AS since, maxIf(at, code != ${NO_ACTION}) AS newest,
    arrayReverseSort(groupArrayIf((at, event_id, code, subject, toUInt8(machine), url), ${isKept})) AS rows,
    groupArrayIf(at, ${isDelivered}) AS delivered_ats,
    groupArrayIf(message_key, ${isDelivered}) AS delivered_messages
    ${days === null ? '' : `, groupArrayIf(event_id, ${isDelivered}) AS delivered_ids`}
  FROM (${actions})
  GROUP BY ${person}
  HAVING countIf(code != ${NO_ACTION}) > 0`

  const columned = `
  SELECT *, rows.1 AS ats, rows.2 AS ids, rows.3 AS codes, rows.4 AS subjects, rows.5 AS stored_machines, rows.6 AS urls
  FROM (${gathered})`
  const machines = machineLevels.reduce((from, level) => `SELECT *, ${level} FROM (${from})`, columned)

  const opened = isOneOf('c', ['read', 'click'])
  const human = `
  SELECT *, ${until} AS until,
    toUInt32(arrayCount((c, m) -> ${opened} AND NOT m, codes, machines)) AS reads,
    toUInt32(arrayCount((c, m) -> ${opened} AND m, codes, machines)) AS machine_reads,
    arrayFirst(c -> ${isOneOf('c', ['subscribed', 'unsubscribe'])}, codes) = ${codeOf('unsubscribe')} AS unsubscribed,
    ${document.machine === 'exclude' ? `arrayMap((c, m) -> if(m AND ${opened}, toUInt8(${OUT}), c), codes, machines)` : 'codes'} AS human_codes
  FROM (${machines})`

  const positioned =
    days === null
      ? `SELECT *, human_codes AS all_codes, ats AS all_ats, subjects AS all_subjects FROM (${human})`
      : withUnread(human)

  // A soft bounce whose message bounced hard as well is out.
  const [soft, hard] = [codeOf('bounce_soft'), codeOf('bounce_hard')]
  const bounces = counts.includes('bounce_hard') && counts.includes('bounce_soft')
  const worst = `
    if(has(all_codes, ${soft}) AND has(all_codes, ${hard}), ${aligned(`arrayMap(
        (row, begins, of) -> (row.3, if(row.4 = ${soft} AND NOT of, toUInt8(${OUT}), row.4)),
        (arraySort(arrayMap((s, c, i) -> (s, toUInt8(c != ${hard}), i, c), all_subjects, all_codes, arrayEnumerate(all_codes))) AS by_subject),
        ${firstOfRun('by_subject.1')},
        arrayFill((x, f) -> f, arrayMap(later -> toUInt8(later), by_subject.2), ${firstOfRun('by_subject.1')}))`)}, all_codes)`
  const worse = `SELECT *, ${bounces ? worst : 'all_codes'} AS worse_codes FROM (${positioned})`

  const isCounted = isOneOf('c', counts)
  const ofOne = `
  SELECT *, countEqual(worse_codes, ${codeOf('subscribed')}) AS subscriptions,
    arrayFilter((row, c, n) -> ${isCounted} AND n = if(c = ${codeOf('subscribed')}, subscriptions, 1),
      arrayZip(all_ats, worse_codes, all_subjects), worse_codes,
      arrayEnumerateUniq(arrayMap((s, c) -> s + c * toUInt64(11400714819323198485), all_subjects, worse_codes))) AS ones
  FROM (${worse})`
  const ofMessage = `
  SELECT *, arrayFilter((row, n) -> n = 1, ones,
    arrayEnumerateUniq(arrayMap((c, s, i) -> if(${isOneOf('c', OF_MESSAGE)}, s, toUInt64(i)), ones.2, ones.3, arrayEnumerate(ones)))) AS chosen
  FROM (${ofOne})`
  const chosen = document.dedupe === 'message' ? ofMessage : `SELECT *, ones AS chosen FROM (${ofOne})`

  const rated = ratedColumns(document)
  return {
    sql: `SELECT person AS person_id,${points ? ' point,' : ''} ${rated.columns} FROM (${rated.from(chosen)})`,
    params: {
      ...code.params,
      ...scopeParams(scope),
      foldAsOf: asOf,
      ...(points && { foldPoints: points.map((point) => point.getTime()) }),
      ...rated.params,
      ...(days !== null && { foldUnreadDays: days }),
    },
  }

  function withUnread(from: string): string {
    const unread = unreadRows('{foldUnreadDays:Int64}', 'until')
    return `
    SELECT *, all_rows.1 AS all_ats, all_rows.3 AS all_codes, all_rows.4 AS all_subjects
    FROM (
      SELECT *, arrayReverseSort(arrayConcat(arrayZip(ats, ids, human_codes, subjects), unread)) AS all_rows
      FROM (SELECT *, ${unread.unread} FROM (SELECT *, ${unread.sorted} FROM (${from})))
    )`
  }
}
