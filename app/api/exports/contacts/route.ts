import { contactsFile } from '@/lib/api/contacts-file'
import { signedInContext } from '@/lib/auth/context'
import { respond } from '@/lib/server/route'

export const dynamic = 'force-dynamic'

/** GET /api/exports/contacts?workspace=<slug>&model=&list=&stars=&search=: the contacts of a listing as CSV. */
export function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const query = new URL(request.url).searchParams
    const context = await signedInContext(query.get('workspace') ?? '')
    const [model, list, stars, search] = ['model', 'list', 'stars', 'search'].map(
      (field) => query.get(field) || undefined,
    )
    return contactsFile(context, { model, list, stars, search })
  })
}
