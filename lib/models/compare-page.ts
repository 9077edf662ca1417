import { getModel } from '@/lib/models/operations'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import type { Compared } from './compared-in'
import { compare, listVersionHistory } from './operations'

/**
 * What the page of a comparison opens with; where what the address asks for cannot be compared, why. Throws AppError
 * `not_found` where there is no such model.
 */
export async function comparePage(context: Context, id: string, compared: Compared) {
  const [model, versions] = await Promise.all([
    getModel(context, { id }),
    listVersionHistory(context, { id }),
  ])
  const found = await compare(context, { id, ...compared }).catch((error: unknown) => {
    if (error instanceof AppError) return error.message
    throw error
  })
  return {
    model,
    versions: versions.items.map(({ version, live }) => ({ version, live })),
    comparison: typeof found === 'string' ? null : found,
    refusal: typeof found === 'string' ? found : null,
  }
}

export type ComparePage = Awaited<ReturnType<typeof comparePage>>
