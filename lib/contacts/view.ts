import { z } from 'zod'
import { sortOrders } from '@/lib/people/schema'
import { type ContactSort, contactLists, contactSorts } from './schema'

const starsField = z.string().regex(/^[1-5](,[1-5])*$/)

/** What the address of the list holds. A value that makes no sense is as if it were not there. */
const viewSchema = z
  .object({
    search: z.string().trim().max(200),
    stars: starsField,
    list: z.enum(contactLists),
    sort: z.enum(contactSorts),
    order: z.enum(sortOrders),
  })
  .partial()

/** Which contacts are shown, and in which order; what is usual is left out. `stars`: `5`, or `4,5`. */
export type ContactsView = z.output<typeof viewSchema>

const fields = Object.keys(viewSchema.shape) as (keyof ContactsView)[]

/** What a sort starts with when it is chosen: the highest, the latest, the first letter. */
export const firstOrder = (sort: ContactSort) => (sort === 'email' ? 'asc' : 'desc')

/** The view an address asks for. */
export function viewOf(params: { get: (field: string) => string | null }): ContactsView {
  const view: Record<string, unknown> = {}
  for (const field of fields) {
    const parsed = viewSchema.shape[field].safeParse(params.get(field) ?? undefined)
    if (parsed.success && parsed.data) view[field] = parsed.data
  }
  return viewSchema.parse(view)
}

/** The query of the address of a view: `?list=loyal`, or '' when nothing is unusual. */
export function addressOf(view: ContactsView): string {
  const { sort = 'score', order } = view
  const usual: ContactsView = { sort: 'score', order: firstOrder(sort) }
  const shown = fields.flatMap((field) => {
    const value = field === 'order' ? order : view[field]
    return value && value !== usual[field] ? [[field, value]] : []
  })
  return shown.length > 0 ? `?${new URLSearchParams(shown as [string, string][])}` : ''
}

/** Does the view leave anybody out? */
export const isNarrowed = ({ search, stars, list }: ContactsView): boolean => Boolean(search || stars || list)
