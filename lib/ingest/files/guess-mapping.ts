import { guessAction } from './action-words'
import type { ColumnFacts } from './column-facts'
import { columnFor } from './column-roles'
import { isCreationColumn } from './creation-column'
import type { FileKind, Mappings } from './mapping-schema'

export type Guesses = { [K in FileKind]: Mappings[K] | null }

/**
 * A mapping for each kind that the file may be, null where a needed column is not found. `listed`: every column without
 * a use is listed as a property or trait (CSV); else they are left to the default, which takes keys that come later too.
 */
export function guessMappings(columns: readonly ColumnFacts[], listed: boolean): Guesses {
  const rest = (used: object) => {
    const taken = new Set(Object.values(used))
    return listed ? columns.map(({ name }) => name).filter((name) => !taken.has(name)) : undefined
  }
  return {
    events: guessEvents(columns, rest),
    people: guessPeople(columns, rest),
    accounts: guessAccounts(columns, rest),
    'contact-actions': guessActions(columns, rest),
    outcomes: guessOutcomes(columns, rest),
  }
}

/** What the file most likely is. */
export function suggestKind(columns: readonly ColumnFacts[], guesses: Guesses): FileKind {
  if (guesses['contact-actions']) return 'contact-actions'
  if (columns.some(({ key }) => key === 'outcome' || key === 'outcome_name') && guesses.outcomes)
    return 'outcomes'
  if (guesses.events) return 'events'
  if (guesses.people) return 'people'
  return guesses.accounts ? 'accounts' : 'events'
}

type Rest = (used: object) => string[] | undefined
type Columns = readonly ColumnFacts[]

const orderOf = (columns: Columns, name: string | undefined) =>
  columns.find((facts) => facts.name === name)?.dateOrder ?? undefined

function whoIn(columns: Columns) {
  const email = columnFor('email', columns)
  const person = columnFor('person', columns, [email])
  return { person, anonymous: columnFor('anonymous', columns, [email, person]), email }
}

function guessEvents(columns: Columns, rest: Rest): Mappings['events'] | null {
  const who = whoIn(columns)
  const timestamp = columnFor('timestamp', columns)
  const event = columnFor('event', columns, [...Object.values(who), timestamp])
  if (!timestamp || !event || !Object.values(who).some(Boolean)) return null
  const taken = [...Object.values(who), timestamp, event]
  const account = columnFor('account', columns, taken)
  const eventId = columnFor('eventId', columns, [...taken, account])
  const used = defined({ ...who, event, timestamp, account, eventId })
  return defined({
    ...used,
    event,
    timestamp,
    properties: rest(used),
    dateOrder: orderOf(columns, timestamp),
  })
}

function guessPeople(columns: Columns, rest: Rest): Mappings['people'] | null {
  const email = columnFor('email', columns)
  // In a table of people an id of its own names the person, and `invited_by_user_id` another one.
  const person = columnFor('ownId', columns) ?? columnFor('person', columns, [email])
  const anonymous = person ? undefined : columnFor('anonymous', columns)
  if (!person && !anonymous && !email) return null
  const account = columnFor('account', columns, [email, person, anonymous])
  const timestamp = columnFor('asOf', columns)
  const createdAt = creationIn(columns, timestamp)
  const used = defined({ person, anonymous, email, account, timestamp, createdAt })
  return defined({ ...used, traits: rest(used), dateOrder: orderOf(columns, timestamp ?? createdAt) })
}

function guessAccounts(columns: Columns, rest: Rest): Mappings['accounts'] | null {
  const account = columnFor('account', columns) ?? columnFor('ownId', columns)
  if (!account) return null
  const timestamp = columnFor('asOf', columns)
  const createdAt = creationIn(columns, timestamp)
  const used = defined({ account, timestamp, createdAt })
  return defined({
    ...used,
    account,
    traits: rest(used),
    dateOrder: orderOf(columns, timestamp ?? createdAt),
  })
}

function guessActions(columns: Columns, rest: Rest): Mappings['contact-actions'] | null {
  const email = columnFor('email', columns)
  const timestamp = columnFor('timestamp', columns)
  const action = columnFor('action', columns, [email, timestamp])
  const words = columns.find(({ name }) => name === action)?.words ?? []
  const actions = Object.fromEntries(
    words.flatMap((word) => [[word.trim(), guessAction(word)] as const]).filter(isKnown),
  )
  if (!email || !timestamp || !action || Object.keys(actions).length * 2 <= words.length) return null
  const taken = [email, timestamp, action]
  const person = columnFor('person', columns, taken)
  const messageId = columnFor('messageId', columns, taken)
  const campaignId = columnFor('campaignId', columns, taken)
  const listId = columnFor('listId', columns, taken)
  const used = defined({ email, action, timestamp, person, messageId, campaignId, listId })
  const more = { properties: rest(used), dateOrder: orderOf(columns, timestamp) }
  return defined({ ...used, email, action, timestamp, ...more, actions })
}

const isKnown = <T>(pair: readonly [string, T | null]): pair is readonly [string, T] => pair[1] !== null

function guessOutcomes(columns: Columns, rest: Rest): Mappings['outcomes'] | null {
  const { person, email } = whoIn(columns)
  const timestamp = columnFor('timestamp', columns)
  const taken = [person, email, timestamp]
  const outcome = columnFor('outcome', columns, taken) ?? columnFor('event', columns, taken)
  if ((!person && !email) || !timestamp || !outcome) return null
  const account = columnFor('account', columns, [...taken, outcome])
  const eventId = columnFor('eventId', columns, [...taken, outcome, account])
  const value = columnFor('value', columns, [...taken, outcome, account, eventId])
  const used = defined({ person, email, outcome, timestamp, account, eventId, value })
  return defined({ ...used, timestamp, properties: rest(used), dateOrder: orderOf(columns, timestamp) })
}

function creationIn(columns: Columns, timestamp: string | undefined): string | undefined {
  const times = columns.filter(
    ({ writtenTimes, epochs, name }) => writtenTimes + epochs >= 0.8 && name !== timestamp,
  )
  return times.find(({ name }) => isCreationColumn(name))?.name
}

/** Without the keys whose value is undefined. */
function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T
}
