import { z } from 'zod'
import type { Permission } from '@/lib/auth/permissions'
import { audit } from './audit'
import { type Context, can } from './context'
import { AppError, type ErrorPath } from './errors'
import { log } from './log'
import { brokenText } from './well-formed'

type Definition<I extends z.ZodType, O> = {
  /** `noun.verb`, as in the address of a read and in the audit. */
  name: string
  permission: Permission
  input: I
  /** What is answered, for the reference of the API; `instant` of `lib/api/shapes` for moments. */
  output?: z.ZodType
  /** Present on writes: what the audit says the write was about. */
  audit?: (input: z.output<I>, output: O) => Record<string, unknown>
  run: (context: Context, input: z.output<I>) => Promise<O>
}

type Door<I extends z.ZodType> = {
  name: string
  permission: Permission
  input: I
  output?: z.ZodType
  writes: boolean
}

export type Operation<I extends z.ZodType, O> = {
  (context: Context, input: z.input<I>): Promise<O>
  definition: Door<I>
}

/** An operation whose input is only known to be JSON: the wrapper checks it. */
export type AnyOperation = {
  (context: Context, input: never): Promise<unknown>
  definition: Door<z.ZodType>
}

/**
 * Every read and write of the product: authorises, parses, runs, audits, times. People, API keys and jobs come
 * through this door, and bodies hold no permission code. Throws AppError `forbidden`, or `invalid` with the path
 * of the first wrong field.
 */
export function operation<I extends z.ZodType, O>(definition: Definition<I, O>): Operation<I, O> {
  const perform = async (context: Context, input: z.input<I>): Promise<O> => {
    demand(context, definition.permission)
    const started = performance.now()
    const parsed = parseInput(definition.input, input)
    const output = await definition.run(context, parsed)
    if (definition.audit) await audit(context, definition.name, definition.audit(parsed, output))
    log().debug({ operation: definition.name, ms: Math.round(performance.now() - started) }, 'operation')
    return output
  }
  const { name, permission, input, output } = definition
  return Object.assign(perform, {
    definition: { name, permission, input, output, writes: Boolean(definition.audit) },
  })
}

/** Throws AppError `forbidden` when the caller's role does not include it. */
export function demand(context: Context, permission: Permission): void {
  if (can(context, permission)) return
  throw new AppError('forbidden', `Your role, ${context.actor.role}, does not include "${permission}".`)
}

/** Parses, or throws AppError `invalid` naming the first wrong field and the reason. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const unstorable = brokenText(input)
  if (unstorable) throw refusal(unstorable, 'this text holds a character that cannot be stored')
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const path = (issue?.path ?? []).map((part) => (typeof part === 'symbol' ? String(part) : part))
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  if (unknown !== undefined) throw refusal([...path, unknown], 'there is no such field')
  throw refusal(path, issue?.message ?? 'wrong input')
}

function refusal(path: ErrorPath, reason: string): AppError {
  return new AppError('invalid', path.length > 0 ? `${path.join('.')}: ${reason}` : reason, path)
}
