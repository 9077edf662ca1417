import { z } from 'zod'
import { firstOrder, listPeopleSchema, peopleSorts, sortOrders } from './schema'

/** What the address of the page holds. A value that makes no sense is as if it were not there. */
const viewSchema = listPeopleSchema
  .pick({ search: true, tier: true, stage: true, state: true, account: true })
  .extend({ sort: z.enum(peopleSorts), order: z.enum(sortOrders) })
  .partial()

const fields = Object.keys(viewSchema.shape) as (keyof PeopleView)[]

/** Which people are shown, and in which order; what is usual is left out. */
export type PeopleView = z.output<typeof viewSchema>

/** The view an address asks for. */
export function viewOf(params: { get: (field: string) => string | null }): PeopleView {
  const view: Record<string, unknown> = {}
  for (const field of fields) {
    const parsed = viewSchema.shape[field].safeParse(params.get(field) ?? undefined)
    if (parsed.success && parsed.data) view[field] = parsed.data
  }
  return viewSchema.parse(view)
}

/** The query of the address of a view: `?tier=power`, or '' when nothing is unusual. */
export function addressOf(view: PeopleView): string {
  const { sort = 'score', order } = view
  const usual = { sort: 'score', order: firstOrder(sort), state: 'all' } as const
  const shown = fields.flatMap((field) => {
    const value = field === 'order' ? order : view[field]
    return value && value !== (usual as Partial<Record<string, string>>)[field] ? [[field, value]] : []
  })
  return shown.length > 0 ? `?${new URLSearchParams(shown as [string, string][])}` : ''
}

/** Does the view leave anybody out? */
export const isNarrowed = ({ search, tier, stage, state, account }: PeopleView): boolean =>
  Boolean(search || tier || stage || account || (state && state !== 'all'))
