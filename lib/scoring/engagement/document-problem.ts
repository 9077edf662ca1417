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
      return 'is not a known field'
    case 'invalid_union':
      return noSuchVariant(issue)
    default:
      return 'is not valid'
  }
}

/** `['behaviors', 0, 'weight']` as a person would write it: `behaviors[0].weight`. */
export function placeInWords(path: DocumentPath): string {
  if (path.length === 0) return 'The document'
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`))
    .join('')
}

/** The path and the sentence of one issue; an unknown field is named by its own path, not by its object's. */
export function problemOf(issue: z.core.$ZodIssue): { path: DocumentPath; message: string } {
  const place = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path
  const path = place.map((step) => (typeof step === 'number' ? step : String(step)))
  return { path, message: `${placeInWords(path)} ${issue.message}.` }
}
