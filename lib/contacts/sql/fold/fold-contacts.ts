import { unreadAfterDays, worthOf } from '@/lib/scoring/contacts/action-rules'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { OUT, actionNames, codeOf, isOneOf } from './action-codes'
import { codeIn, isMachine } from './action-flags'
import { OF_MESSAGE, apart, gathered } from './gathered'
import { type Level, inLevels } from './in-levels'
import { machineLevels } from './machine-marks'
import { ratingLevels } from './rating-levels'
import { type ContactScope, rowsInScope, scopeParams } from './rows-in-scope'
import { seenAtPoints } from './seen-at-points'
import { softerBounceLevels } from './softer-bounces'
import { unreadLevels } from './unread-levels'

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
   * `point` says at which, in milliseconds.
   */
  points?: readonly Date[]
}

const asOfParam = `{foldAsOf:DateTime64(3, 'UTC')}`

/** The columns of a rating, beside whose and when. */
const rated = [
  'score',
  'stars',
  'last_action',
  'last_action_at',
  'last_response_at',
  'counted',
  'bounces',
  'complaints',
  'unsubscribed',
  'reads',
  'machine_reads',
  'known_since',
]

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
  const counts = actionNames.filter((action) => worthOf(document, action) !== null)
  const days = unreadAfterDays(document)
  const columns = `occurred_at, event_id, kind, name, message_key, list_key, url_key, machine`
  const where = current ? '1' : `occurred_at < ${asOfParam}`
  const events = rowsInScope(scope, { columns, where }, hasMerges)
  const all = gathered(document, events, counts)
  const arrays = ['rows', ...apart(days !== null)]
  const seen = points
    ? seenAtPoints(all.sql, arrays)
    : { from: all.sql, known: ['person', 'since', 'newest', ...arrays], level: {} }

  const asOfMs = points ? 'point' : `toUnixTimestamp64Milli(${asOfParam})`
  const rating = ratingLevels(document)
  const [ats, codes, subjects] =
    days === null ? ['ats', 'human_codes', 'subjects'] : ['all_ats', 'all_codes', 'all_subjects']
  // Where both bounces count, a soft one whose message bounced hard as well is out.
  const hasWorse = counts.includes('bounce_hard') && counts.includes('bounce_soft')
  const levels: Level[] = [
    ...(points ? [seen.level] : []),
    ...humanLevels(document, current ? `greatest(${asOfMs}, newest + 1)` : asOfMs, days !== null),
    ...(days === null ? [] : unreadLevels),
    ...(hasWorse ? softerBounceLevels(codes, subjects) : []),
    ...countedLevels(document, { ats, codes: hasWorse ? 'worse_codes' : codes, subjects }),
    ...rating.levels,
  ]
  const wanted = [...(points ? ['person', 'point'] : ['person']), ...rated]
  const folded = inLevels(seen.from, seen.known, levels, wanted)
  return {
    sql: `SELECT person AS person_id, ${wanted.slice(1).join(', ')} FROM (${folded})`,
    params: {
      ...all.params,
      ...scopeParams(scope),
      ...rating.params,
      foldAsOf: asOf,
      ...(points && { foldPoints: points.map((point) => point.getTime()) }),
      ...(days !== null && { foldUnreadDays: days }),
    },
  }
}

/** Arrays of the rows, and their codes without machines where the model leaves those out. */
function humanLevels({ machine }: ContactDocument, until: string, asksUnread: boolean): readonly Level[] {
  const codes = codeIn('f')
  const humanOf = (isOut: string) => `if(${isOut}, toUInt8(${OUT}), ${codes})`
  const standing = `arrayFirst(f -> ${isOneOf(codes, ['subscribed', 'unsubscribe'])}, flags)`
  return [
    { ats: 'rows.1', flags: 'rows.2', subjects: 'rows.3', ...(asksUnread && { ids: 'rows.4' }) },
    ...machineLevels,
    {
      until,
      human_codes:
        machine === 'include'
          ? `arrayMap(f -> ${codes}, flags)`
          : `if(is_suspicious, arrayMap((f, m) -> ${humanOf(`m OR ${isMachine('f')}`)}, s_flags, marks),
              arrayMap(f -> ${humanOf(isMachine('f'))}, flags))`,
      machine_reads: `toUInt32(arrayCount(f -> ${isMachine('f')}, flags) + arraySum(marks))`,
      opened: `toUInt32(arrayCount(f -> ${isOneOf(codes, ['read', 'click'])}, flags))`,
      unsubscribed: `toBool(${codeIn(standing)} = ${codeOf('unsubscribe')})`,
    },
  ]
}

/**
 * One of each (`lib/scoring/contacts/one-of-each`), the latest being the first of its like, and the first subscription:
 * makes `ones`, rows (at, code).
 */
function countedLevels(
  document: ContactDocument,
  { ats, codes, subjects }: { ats: string; codes: string; subjects: string },
): readonly Level[] {
  const counts = actionNames.filter((action) => worthOf(document, action) !== null)
  const byMessage = document.dedupe === 'message'
  const [SUBSCRIBED, GOLDEN] = [codeOf('subscribed'), '11400714819323198485']
  const likes = `arrayEnumerateUniq(arrayMap((s, c) -> s + c * toUInt64(${GOLDEN}), ${subjects}, ${codes}))`
  const isFirst = `n = if(c = ${SUBSCRIBED}, subscriptions, 1)`
  const rows = `arrayZip(${ats}, ${codes}${byMessage ? `, ${subjects}` : ''})`
  const one = {
    subscriptions: `countEqual(${codes}, ${SUBSCRIBED})`,
    ones: `arrayFilter((row, c, n) -> ${isOneOf('c', counts)} AND ${isFirst}, ${rows}, ${codes}, ${likes})`,
  }
  const messages = `arrayEnumerateUniq(arrayMap((c, s, i) -> if(${isOneOf('c', OF_MESSAGE)}, s, toUInt64(i)),
    ones.2, ones.3, arrayEnumerate(ones)))`
  return byMessage ? [one, { ones: `arrayFilter((row, n) -> n = 1, ones, ${messages})` }] : [one]
}
