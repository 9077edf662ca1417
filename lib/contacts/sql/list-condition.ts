import { merges } from '@/lib/people/sql/merges'
import type { ContactList } from '../schema'
import { pointsThen } from './rated'

/** Those to whom something was delivered since an instant, bound as `quietSince`, by their ids after merges. */
const sentMail = `
  SELECT if(moves.target = 0, sent.person_id, moves.target) AS person
  FROM (
    SELECT DISTINCT person_id FROM events
    WHERE workspace_id = {workspace:UUID} AND occurred_at >= {quietSince:DateTime64(3, 'UTC')} AND person_id != 0
      AND ((kind = 'action' AND name = 'delivered') OR (kind = 'track' AND name IN {deliveredAs:Array(String)}))
  ) AS sent
  LEFT JOIN (${merges()}) AS moves ON moves.from_id = sent.person_id`

/** SQL for: no response since then, known since before, and not somebody who asked for no mail. */
const quiet = `
  known_since <= {quietSince:DateTime64(3, 'UTC')} AND NOT unsubscribed AND complaints = 0
  AND ifNull(last_response_at, toDateTime64(0, 3, 'UTC')) < {quietSince:DateTime64(3, 'UTC')}`

/**
 * SQL for: this row of `contact_ratings` is in the list. `risen` asks for a past point, bound as `then`; of a version
 * without one nobody is in it.
 */
export function listCondition(list: ContactList, hasPoint: boolean): string {
  switch (list) {
    case 'loyal':
      return 'stars = 5'
    case 'top':
      return '1'
    case 'risen':
      return hasPoint ? `stars >= 4 AND person_id NOT IN (${pointsThen('person_id', 'stars >= 4')})` : '0'
    case 're-engage':
      return 'stars = 2'
    case 'dormant':
      return `${quiet} AND person_id IN (${sentMail})`
    case 'remove':
      return 'stars = 1 AND bounces + complaints > 0'
  }
}
