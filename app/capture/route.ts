import { handleOptions, handlePostHog } from '@/lib/ingest/handle-call'

export const runtime = 'nodejs'
export const dynamic = 'force-dynamic'

/** PostHog's libraries, a single message. */
export const POST = (request: Request) => handlePostHog(request)

export const OPTIONS = () => handleOptions()
