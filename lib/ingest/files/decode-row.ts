import { cleanEmail, cleanFileId, isBlankCell } from '@/lib/ingest/clean-id'
import type { CanonicalEvent, EventKind, JsonObject } from '@/lib/ingest/canonical-event'
import { guessAction } from './action-words'
import { type ContactAction, contactActions, type KindMapping, type Mappings } from './mapping-schema'
import { parseTimestamp, type Refusal, type TimeRules, timeRules } from './parse-timestamp'
import { propertyReader, type RowShape } from './read-properties'

export type RowOptions = RowShape & {
  /** Zone of times that name none. */
  timeZone?: string
  assumeYear?: number
  now: Date
  /** Zone of a `createdAt` trait that names none, where `timeZone` is not given; UTC without it. */
  zoneFallback?: string
}

type Values = Record<string, unknown>
/** `eventId` is empty where the row has none of its own (see RowIdentity). */
export type DecodedRow =
  { event: CanonicalEvent; reject?: undefined } | { event?: undefined; reject: Refusal }

type Rules = { times: TimeRules; properties: (values: Values) => JsonObject; now: Date }

/**
 * Makes the function that turns the rows of one file into canonical events: events are `track`, people `identify`,
 * accounts `group` (of nobody), contact actions `action`, outcomes `outcome:<name>`. People and accounts without a
 * time of their own have `now`. Throws RangeError for an unknown time zone.
 */
export function rowDecoder(mapped: KindMapping, options: RowOptions): (values: Values) => DecodedRow {
  const { dateOrder } = mapped.mapping
  const rules: Rules = {
    now: options.now,
    times: timeRules({ ...options, dateOrder }),
    properties: propertyReader(mapped, { ...options, dateOrder }),
  }
  switch (mapped.kind) {
    case 'events':
      return (values) => decodeEvent(values, mapped.mapping, rules)
    case 'people':
      return (values) => build(values, mapped.mapping, rules, 'identify', 'identify')
    case 'accounts':
      return (values) => decodeAccount(values, mapped.mapping, rules)
    case 'contact-actions':
      return actionDecoder(mapped.mapping, rules)
    case 'outcomes':
      return (values) => decodeOutcome(values, mapped.mapping, rules)
  }
}

function decodeEvent(values: Values, mapping: Mappings['events'], rules: Rules): DecodedRow {
  const name = textOf(values[mapping.event])
  if (name === null) return refuse('missing_event', 'The name of the event is empty.')
  return build(values, mapping, rules, 'track', name)
}

function decodeAccount(values: Values, mapping: Mappings['accounts'], rules: Rules): DecodedRow {
  const accountId = cleanFileId(values[mapping.account])
  if (accountId === null)
    return refuse('bad_account_id', `"${shown(values[mapping.account])}" is no id of an account.`)
  const occurredAt = timeOf(values, mapping.timestamp, rules)
  if (!(occurredAt instanceof Date)) return { reject: occurredAt }
  const nobody = { userId: null, anonymousId: null, email: null, previousId: null }
  const what = { eventId: '', kind: 'group' as const, name: 'group', machine: false }
  return { event: { ...what, ...nobody, accountId, occurredAt, properties: rules.properties(values) } }
}

function actionDecoder(mapping: Mappings['contact-actions'], rules: Rules): (values: Values) => DecodedRow {
  const meant = new Map<string, ContactAction>(contactActions.map((action) => [action, action]))
  for (const [word, action] of Object.entries(mapping.actions ?? {}))
    meant.set(word.trim().toLowerCase(), action)
  const ids = (['messageId', 'campaignId', 'listId'] as const).flatMap((key) => {
    const column = mapping[key]
    return column === undefined ? [] : [[key, column] as const]
  })
  return (values) => {
    const word = textOf(values[mapping.action])
    const name = word === null ? null : (meant.get(word.toLowerCase()) ?? guessAction(word))
    if (name === null)
      return refuse(
        'unknown_action',
        `"${word ?? ''}" is no known action: map it to one of ${contactActions.join(', ')}.`,
      )
    const decoded = build(values, mapping, rules, 'action', name)
    for (const [key, column] of ids) {
      const id = textOf(values[column])
      if (id !== null && decoded.event) decoded.event.properties[key] = id
    }
    return decoded
  }
}

function decodeOutcome(values: Values, mapping: Mappings['outcomes'], rules: Rules): DecodedRow {
  const name = mapping.outcomeName ?? (mapping.outcome === undefined ? null : textOf(values[mapping.outcome]))
  if (name === null) return refuse('missing_event', 'The name of the outcome is empty.')
  return build(values, mapping, rules, 'outcome', `outcome:${name}`)
}

type Columns = {
  person?: string
  anonymous?: string
  email?: string
  account?: string
  timestamp?: string
  eventId?: string
}

/** An event of somebody: who, when, what else. */
function build(values: Values, columns: Columns, rules: Rules, kind: EventKind, name: string): DecodedRow {
  const idIn = (column: string | undefined) => (column === undefined ? null : cleanFileId(values[column]))
  const userId = idIn(columns.person)
  const anonymousId = idIn(columns.anonymous)
  const written = columns.email === undefined ? undefined : values[columns.email]
  const email = isBlankCell(written) ? null : cleanEmail(written)
  if (email === null && !isBlankCell(written))
    return refuse('bad_email', `"${shown(written)}" is no e-mail address.`)
  if (userId === null && anonymousId === null && email === null) return nobodyIn(values, columns)
  const occurredAt = timeOf(values, columns.timestamp, rules)
  if (!(occurredAt instanceof Date)) return { reject: occurredAt }
  const eventId = (columns.eventId !== undefined && textOf(values[columns.eventId])) || ''
  const accountId = idIn(columns.account)
  return {
    event: {
      eventId,
      kind,
      name,
      userId,
      anonymousId,
      email,
      previousId: null,
      accountId,
      occurredAt,
      properties: rules.properties(values),
      machine: false,
    },
  }
}

function nobodyIn(values: Values, { person, anonymous, email }: Columns): DecodedRow {
  const cell = values[person ?? anonymous ?? email ?? '']
  if (person === undefined && anonymous === undefined)
    return refuse('bad_email', 'The e-mail address is empty.')
  return refuse(
    'bad_person_id',
    isBlankCell(cell) ? 'The person is empty.' : `"${shown(cell)}" is no id of a person.`,
  )
}

function timeOf(values: Values, column: string | undefined, rules: Rules): Date | Refusal {
  return column === undefined ? rules.now : parseTimestamp(values[column], rules.times)
}

/** A cell as a text that says something, trimmed, else null. */
function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && !isBlankCell(value) ? value.trim() : null
}

const shown = (value: unknown) =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 60)

const refuse = (code: string, message: string): DecodedRow => ({ reject: { code, message } })
