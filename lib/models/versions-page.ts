import { getModel } from '@/lib/models/operations'
import type { Context } from '@/lib/server/context'
import { listModelHistory, listVersionHistory } from './operations'

/** Entries of the history that the page opens with. */
export const ENTRIES = 25

/** What the page of versions opens with. Throws AppError `not_found`. */
export async function versionsPage(context: Context, id: string) {
  const [model, versions, history] = await Promise.all([
    getModel(context, { id }),
    listVersionHistory(context, { id }),
    listModelHistory(context, { id, limit: ENTRIES }),
  ])
  return { model, versions, history }
}

export type VersionsPage = Awaited<ReturnType<typeof versionsPage>>
