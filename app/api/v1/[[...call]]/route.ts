import { answerCall } from '@/lib/api/answer-call'
import { respond } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

const answer = (request: Request) => respond(() => answerCall(request))

export { answer as GET, answer as POST, answer as PUT, answer as DELETE }
