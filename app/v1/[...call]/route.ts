import { handleGet, handleOptions, handlePost } from '@/lib/ingest/handle-call'

export const runtime = 'nodejs'
export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ call: string[] }> }

/** What sends events: Segment's tracking API (`POST`) and the settings of its browser library (`GET`). */
export const POST = async (request: Request, { params }: Context) => handlePost(request, (await params).call)

export const GET = async (request: Request, { params }: Context) => handleGet(request, (await params).call)

export const OPTIONS = () => handleOptions()
