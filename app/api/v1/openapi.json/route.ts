import { openApiDocument } from '@/lib/api/openapi'
import { respond } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

/** GET /api/v1/openapi.json: what the public API can do. It holds no data, so it wants no key. */
export const GET = (): Promise<Response> => respond(async () => openApiDocument())
