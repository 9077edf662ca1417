import { modelDocumentJsonSchema } from '@/lib/scoring/model-document'
import { respond } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

/** GET /api/v1/schema/model.json: the grammar of model documents. It holds no data, so it wants no key. */
export const GET = (): Promise<Response> => respond(async () => modelDocumentJsonSchema())
