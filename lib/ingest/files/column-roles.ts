import type { ColumnFacts } from './column-facts'
import { isCreationColumn } from './creation-column'

const list = (text: string): (string | RegExp)[] => text.split(' ')
const personLike =
  /^(?!affected|related|invite|refer|created|assigned|parent|previous|old)(?:[a-z]+_)*(?:user|customer|member|student|subscriber|person)(?:_(?:id|name|full_name|key|no|number|uuid))?$/
const timeLike = /^[a-z_]*(?:timestamp|_time|_at|_date)$/

/**
 * Names that columns of a role usually have, best first, compared with `ColumnFacts.key`. The tests of the values
 * below decide whether a column of such a name can have the role at all.
 */
const names = {
  person: [
    ...list(
      'user_id userid person_id personid customer_id customerid contact_id member_id subscriber_id student_id',
    ),
    ...list(
      'player_id client_id distinct_id uid user person customer member username user_name user_full_name',
    ),
    ...list('login external_id'),
    personLike,
  ],
  ownId: list('object_id id'),
  anonymous: list('anonymous_id anonymousid anon_id visitor_id device_id cookie_id'),
  email: [
    ...list('email e_mail email_address mail recipient recipient_email to address contact'),
    /^[a-z_]*email$/,
  ],
  account: [
    ...list(
      'account_id accountid account org_id organization_id organisation_id company_id workspace_id tenant_id',
    ),
    ...list('team_id group_id organization organisation company org'),
  ],
  event: list(
    'event event_name eventname event_type action activity verb activity_type action_name page screen type name',
  ),
  action: list('action event event_type type status activity event_name record_type'),
  outcome: list('outcome outcome_name label conversion result'),
  timestamp: [
    ...list(
      'timestamp ts occurred_at event_time event_timestamp event_date event_at time datetime date_time date',
    ),
    ...list('sent_at received_at when at day original_timestamp occurred created_at'),
    timeLike,
  ],
  asOf: list('timestamp ts updated_at modified_at last_modified as_of updated changed_at'),
  eventId: list('event_id eventid message_id messageid insert_id event_uuid uuid dedupe_id id'),
  messageId: list('message_id messageid mail_id mailing_id email_id newsletter_id message mailing'),
  campaignId: list('campaign_id campaignid campaign campaign_name'),
  listId: list('list_id listid list list_name audience_id audience'),
  value: list('value amount revenue total price mrr'),
} satisfies Record<string, (string | RegExp)[]>
export type ColumnRole = keyof typeof names

const isTime = (facts: ColumnFacts) => facts.writtenTimes + facts.epochs >= 0.8
const isWord = (facts: ColumnFacts) => !isTime(facts) && facts.emails < 0.5 && facts.filled >= 0.5
const isId = (facts: ColumnFacts) => facts.ids >= 0.5 && facts.writtenTimes < 0.5

const fits: Record<ColumnRole, (facts: ColumnFacts) => boolean> = {
  person: isId,
  ownId: (facts) => isId(facts) && facts.distinct > 0.99,
  anonymous: (facts) => facts.ids > 0,
  email: (facts) => facts.emails >= 0.8,
  account: (facts) => facts.ids > 0 && facts.writtenTimes < 0.5,
  event: (facts) => isWord(facts) && facts.numbers < 0.5 && facts.words.length < 200,
  action: (facts) => isWord(facts) && facts.numbers < 0.5 && facts.words.length < 200,
  outcome: (facts) => isWord(facts) && facts.numbers < 0.5 && facts.words.length < 200,
  timestamp: isTime,
  asOf: isTime,
  eventId: (facts) => facts.filled >= 0.99 && facts.distinct === 1 && facts.writtenTimes < 0.5,
  messageId: (facts) => facts.filled > 0,
  campaignId: (facts) => facts.filled > 0,
  listId: (facts) => facts.filled > 0,
  value: (facts) => facts.numbers >= 0.8,
}

/** The column that has a role most likely, of those not `taken`; undefined when none can. */
export function columnFor(
  role: ColumnRole,
  columns: readonly ColumnFacts[],
  taken: readonly (string | undefined)[] = [],
): string | undefined {
  const free = columns.filter((facts) => !taken.includes(facts.name) && fits[role](facts))
  for (const name of names[role]) {
    const found = free.find(({ key }) => (typeof name === 'string' ? name === key : name.test(key)))
    if (found) return found.name
  }
  // A log has one time; whatever it is called, it is meant.
  if (role !== 'timestamp') return undefined
  const written = free.filter((facts) => facts.writtenTimes >= 0.8)
  return (written.find((facts) => !isCreationColumn(facts.name)) ?? written[0])?.name
}
