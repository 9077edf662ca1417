import { handleOptions, handlePost } from '@/lib/ingest/handle-call'

export const runtime = 'nodejs'
export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ call: string[] }> }

/** Jitsu's libraries: messages of Segment's shapes, the key in `X-Write-Key`. */
export const POST = async (request: Request, { params }: Context) => handlePost(request, (await params).call)

export const OPTIONS = () => handleOptions()
