import { sentActions } from '@/lib/scoring/contacts/grammar/action-names'
import { z } from 'zod'
import { dateOrders } from './read-written-time'

export const fileKinds = ['events', 'people', 'accounts', 'contact-actions', 'outcomes'] as const
export type FileKind = (typeof fileKinds)[number]

export const contactActions = sentActions
export type ContactAction = (typeof contactActions)[number]

const column = z.string().min(1)
const columns = z.array(column)
const dateOrder = z.enum(dateOrders).optional()
const optional = column.optional()

const someone = (mapping: { person?: string; anonymous?: string; email?: string }) =>
  mapping.person !== undefined || mapping.anonymous !== undefined || mapping.email !== undefined
const nobody = { path: ['person'], message: 'Name the column of the person (or anonymous, or email).' }

/**
 * Which column of a file is what, by kind (`api.md`). Values are names of columns, but for `actions` (the file's
 * words → contact actions), `outcomeName` (one name for every row) and `dateOrder`. Without `properties` (`traits`)
 * every column that has no other use becomes one.
 */
export const mappingSchemas = {
  events: z
    .strictObject({
      ...{ person: optional, anonymous: optional, email: optional, event: column, timestamp: column },
      ...{ eventId: optional, account: optional, properties: columns.optional(), dateOrder },
    })
    .refine(someone, nobody),
  people: z
    .strictObject({
      ...{ person: optional, anonymous: optional, email: optional, account: optional },
      ...{ timestamp: optional, createdAt: optional, traits: columns.optional(), dateOrder },
    })
    .refine(someone, nobody),
  accounts: z.strictObject({
    ...{ account: column, timestamp: optional, createdAt: optional, traits: columns.optional(), dateOrder },
  }),
  'contact-actions': z.strictObject({
    ...{ email: column, action: column, timestamp: column, person: optional, eventId: optional },
    ...{
      messageId: optional,
      campaignId: optional,
      listId: optional,
      properties: columns.optional(),
      dateOrder,
    },
    actions: z.record(z.string(), z.enum(contactActions)).optional(),
  }),
  outcomes: z
    .strictObject({
      ...{ person: optional, email: optional, outcome: optional, outcomeName: z.string().min(1).optional() },
      ...{ timestamp: column, value: optional, eventId: optional, account: optional },
      ...{ properties: columns.optional(), dateOrder },
    })
    .refine(someone, nobody)
    .refine((mapping) => (mapping.outcome === undefined) !== (mapping.outcomeName === undefined), {
      path: ['outcome'],
      message: 'Name the column of the outcome, or give one outcomeName for all rows.',
    }),
} satisfies Record<FileKind, z.ZodType>

export type Mappings = { [K in FileKind]: z.infer<(typeof mappingSchemas)[K]> }
export type FileMapping = Mappings[FileKind]
export type KindMapping = { [K in FileKind]: { kind: K; mapping: Mappings[K] } }[FileKind]

/** Keys whose value is no column. */
const noColumns = new Set(['dateOrder', 'outcomeName', 'actions', 'properties', 'traits'])

/** The single columns that a mapping uses, by key. */
export function usedColumns(mapping: FileMapping): [key: string, column: string][] {
  return Object.entries(mapping).flatMap(([key, value]) =>
    typeof value === 'string' && !noColumns.has(key) ? [[key, value]] : [],
  )
}

/** The columns of `properties` or `traits`, where they are named. */
export function listedColumns(mapping: FileMapping): readonly string[] | undefined {
  if ('properties' in mapping) return mapping.properties
  return 'traits' in mapping ? mapping.traits : undefined
}

export type MappingProblem = { path: (string | number)[]; message: string }
export type CheckedMapping = FileMapping
export type MappingCheck =
  | { ok: true; mapping: CheckedMapping }
  | { ok: false; path: MappingProblem['path']; message: string; problems: MappingProblem[] }

/**
 * Checks a mapping against its schema and the columns of the file; `path` and `message` tell the first of the problems.
 * `exhaustive` false: `columns` are only those seen so far (NDJSON), so a listed property may be missing among them.
 */
export function checkMapping(
  kind: FileKind,
  input: unknown,
  columns: readonly string[],
  exhaustive = true,
): MappingCheck {
  const parsed = mappingSchemas[kind].safeParse(input)
  const problems = parsed.success
    ? unknownColumns(parsed.data, columns, exhaustive)
    : parsed.error.issues.map((issue) => ({ path: issue.path.map(pathPart), message: messageOf(issue) }))
  const [first] = problems
  if (first) return { ok: false, path: first.path, message: first.message, problems }
  return { ok: true, mapping: parsed.data as FileMapping }
}

function unknownColumns(
  mapping: FileMapping,
  columns: readonly string[],
  exhaustive: boolean,
): MappingProblem[] {
  const known = new Set(columns)
  const check = (path: MappingProblem['path'], name: string) =>
    known.has(name)
      ? []
      : [{ path, message: `The file has no column "${name}". It has: ${columns.join(', ')}.` }]
  const problems = usedColumns(mapping).flatMap(([key, name]) => check([key], name))
  const key = 'traits' in mapping ? 'traits' : 'properties'
  const listed = exhaustive ? (listedColumns(mapping) ?? []) : []
  return [...problems, ...listed.flatMap((name, i) => check([key, i], name))]
}

const pathPart = (part: PropertyKey) => (typeof part === 'number' ? part : String(part))

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `Unknown: ${issue.keys.map((key) => `"${key}"`).join(', ')}.`
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'Name a column of the file.'
  return issue.message
}
