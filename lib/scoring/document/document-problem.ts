import type { z } from 'zod'

export type DocumentPath = readonly (string | number)[]

type RawIssue = Parameters<z.core.$ZodErrorMap>[0]

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

const list = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join(', ')

function wrongType(issue: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidType>): string {
  if (typeof issue.input === 'number' && issue.expected === 'number') return 'must be a finite number'
  return `must be ${kinds[issue.expected] ?? issue.expected}`
}

function tooSmall({ origin, minimum, inclusive }: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>): string {
  if (origin === 'array') return `must have at least ${minimum} ${minimum === 1 ? 'entry' : 'entries'}`
  if (origin === 'string') return 'must not be empty'
  return `must be ${inclusive ? 'at least' : 'greater than'} ${minimum}`
}

function tooBig({ origin, maximum, inclusive }: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>): string {
  if (origin === 'array') return `must have at most ${maximum} entries`
  if (origin === 'string') return `must have at most ${maximum} characters`
  return `must be ${inclusive ? 'at most' : 'less than'} ${maximum}`
}

function noSuchVariant(issue: z.core.$ZodRawIssue<z.core.$ZodIssueInvalidUnion>): string {
  const { discriminator, options } = issue as { discriminator?: string; options?: readonly unknown[] }
  if (discriminator === undefined || !options) return 'has none of the allowed forms'
  const written = (issue.input as Record<string, unknown> | undefined)?.[discriminator]
  return written === undefined ? `is required: one of ${list(options)}` : `must be one of ${list(options)}`
}

/** The fields that decide which others an object has. */
const variantFields = ['type', 'op', 'action'] as const

/** Of an object whose other fields hang on one of its fields, which variant that is. */
function notAField({ input, keys }: z.core.$ZodRawIssue<z.core.$ZodIssueUnrecognizedKeys>): string {
  const written = input as Record<string, unknown>
  const by = variantFields.find((field) => typeof written[field] === 'string' && !keys.includes(field))
  return by ? `is not a field of ${by} ${JSON.stringify(written[by])}` : 'is not a known field'
}

/**
 * What is wrong with one value, in plain words that follow its place: "must be at least 1".
 * A reason given in the grammar itself is kept by zod and never gets here.
 */
export function plainReason(issue: RawIssue): string {
  if (issue.input === undefined) return 'is required'
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue)
    case 'invalid_value':
      return issue.values.length === 1
        ? `must be ${list(issue.values)}`
        : `must be one of ${list(issue.values)}`
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'unrecognized_keys':
      return notAField(issue)
    case 'invalid_union':
      return noSuchVariant(issue)
    default:
      return 'is not valid'
  }
}

/** How the grammar reads a document, so that its issues are what `problemOf` takes. */
export const inPlainWords = { error: plainReason, reportInput: true } as const

/** `['behaviors', 0, 'weight']` as a person would write it: `behaviors[0].weight`. */
export function placeInWords(path: DocumentPath): string {
  if (path.length === 0) return 'The document'
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`))
    .join('')
}

/** No form of a union was begun: its fields are those of another one, or it is not even an object. */
const isOtherForm = (issues: readonly z.core.$ZodIssue[]): boolean =>
  issues.some(({ path }) => path.length === 0) ||
  issues.some((issue) => issue.code === 'invalid_union' && 'discriminator' in issue && lacks(issue))

const lacks = ({ discriminator, input }: { discriminator?: unknown; input?: unknown }): boolean =>
  typeof discriminator === 'string' && (input as Record<string, unknown>)[discriminator] === undefined

/** Of something that fits one form of a union but for a fault, the fault itself, at its own path. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue
  const begun = issue.errors.filter((issues) => !isOtherForm(issues))
  const first = begun.length === 1 ? begun[0]?.[0] : undefined
  return first ? innermost({ ...first, path: [...issue.path, ...first.path] }) : issue
}

/** The path and the sentence of one issue; an unknown field is named by its own path, not by its object's. */
export function problemOf(reported: z.core.$ZodIssue): { path: DocumentPath; message: string } {
  const issue = innermost(reported)
  const place = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path
  const path = place.map((step) => (typeof step === 'number' ? step : String(step)))
  return { path, message: `${placeInWords(path)} ${issue.message}.` }
}
