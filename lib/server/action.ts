import { signedInContext } from '@/lib/auth/context'
import { AppError, type ErrorPath } from './errors'
import { log } from './log'
import type { Operation } from './operation'
import type { z } from 'zod'

export type ActionResult<O> =
  { ok: true; value: O } | { ok: false; code: string; message: string; path?: ErrorPath }

/** A server action from an operation: (workspace slug, input) → the output, or what was wrong in words for the form. */
export function action<I extends z.ZodType, O>(operation: Operation<I, O>) {
  return async (workspace: string, input: z.input<I>): Promise<ActionResult<O>> => {
    try {
      const context = await signedInContext(workspace)
      return { ok: true, value: await operation(context, input) }
    } catch (error) {
      if (error instanceof AppError)
        return { ok: false, code: error.code, message: error.message, path: error.path }
      log().error({ err: error, operation: operation.definition.name }, 'an action failed')
      return { ok: false, code: 'internal', message: 'Something went wrong on our side. It has been logged.' }
    }
  }
}
