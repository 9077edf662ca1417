import type { ImportKind } from '@/lib/imports/schema'

export type MappingField = { key: string; label: string; required?: boolean }

const person = { key: 'person', label: 'Person (user id)' }
const email = { key: 'email', label: 'E-mail' }
const account = { key: 'account', label: 'Account' }
const time = { key: 'timestamp', label: 'Time', required: true }
const eventId = { key: 'eventId', label: 'Event id' }
const createdAt = { key: 'createdAt', label: 'Created at' }

/** Which single columns each kind of file is asked for, in the order they are shown. */
export const mappingFields: Record<ImportKind, MappingField[]> = {
  events: [person, { key: 'event', label: 'Event', required: true }, time, eventId, account, { ...email }],
  people: [person, email, account, createdAt],
  accounts: [{ ...account, required: true }, createdAt],
  'contact-actions': [
    { ...email, required: true },
    { key: 'action', label: 'Action', required: true },
    time,
    { key: 'messageId', label: 'Message id' },
    { key: 'campaignId', label: 'Campaign' },
    { key: 'listId', label: 'List' },
  ],
  outcomes: [
    person,
    email,
    { key: 'outcome', label: 'Outcome' },
    time,
    { key: 'value', label: 'Value' },
    account,
  ],
}

/** Where the other columns of a kind go. */
export const restOf: Record<ImportKind, 'properties' | 'traits'> = {
  events: 'properties',
  people: 'traits',
  accounts: 'traits',
  'contact-actions': 'properties',
  outcomes: 'properties',
}

export const kindLabels: Record<ImportKind, string> = {
  events: 'Events',
  people: 'People and their traits',
  accounts: 'Accounts',
  'contact-actions': 'Contact actions (e-mail)',
  outcomes: 'Outcomes',
}

export type Mapping = Record<string, unknown>

/** The columns that no field of `mapping` uses yet. */
export function otherColumns(mapping: Mapping, columns: readonly string[]): string[] {
  const used = new Set(Object.values(mapping).filter((value) => typeof value === 'string'))
  return columns.filter((column) => !used.has(column))
}

/** The mapping with one column given to a field, or taken from it. */
export function withColumn(mapping: Mapping, key: string, column: string): Mapping {
  const { [key]: _, ...rest } = mapping
  return column === '' ? rest : { ...rest, [key]: column }
}
