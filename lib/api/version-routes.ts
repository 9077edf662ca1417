import { getVersion as readVersion } from '@/lib/models/operations'
import type { Context } from '@/lib/server/context'
import type { Call } from './route-table'

/** GET /models/{id}/versions/{version}: the document alone, as it can be sent to `POST /models`. */
export async function getVersion(context: Context, { params }: Call): Promise<unknown> {
  const { document } = await readVersion(context, { id: params.id ?? '', version: params.version })
  return document
}
