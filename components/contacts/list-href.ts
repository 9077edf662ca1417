import { type ContactsView, addressOf } from '@/lib/contacts/view'

/**
 * The page that lists contacts.
 * @param model where the address names one
 */
export function listHref(workspace: string, view: ContactsView = {}, model?: string): string {
  const params = new URLSearchParams(addressOf(view))
  if (model) params.set('model', model)
  return `/w/${workspace}/contacts/list${params.size > 0 ? `?${params}` : ''}`
}

/** Where the same contacts are downloaded as CSV; how they are sorted makes no difference. */
export function contactsFileHref(workspace: string, view: ContactsView, model?: string): string {
  const { search, stars, list } = view
  const params = new URLSearchParams({ workspace })
  for (const [field, value] of Object.entries({ model, list, stars, search }))
    if (value) params.set(field, value)
  return `/api/exports/contacts?${params}`
}
