import { handleDelivery } from '@/lib/ingest/handle-delivery'

export const runtime = 'nodejs'
export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ provider: string; source: string }> }

/** What e-mail providers deliver, and what some ask when the address is entered. */
export const POST = async (request: Request, { params }: Context) => handleDelivery(request, await params)

export const GET = POST

export const HEAD = POST
