'use client'
import { useQuery } from '@tanstack/react-query'
import { contactCountQuery } from '@/lib/contacts/client'
import { modelsQuery } from '@/lib/models/client'
import { formatNumber } from '@/lib/format/number'

/** How many contacts are rated; nothing until a model rates them, or while they are none. */
export function ContactsCount({ workspace }: { workspace: string }) {
  const models = useQuery(modelsQuery(workspace)).data?.items ?? []
  const isRated = models.some(({ kind, version }) => kind === 'contact' && version !== null)
  const contacts = useQuery({ ...contactCountQuery(workspace), enabled: isRated }).data
  return contacts ? formatNumber(contacts) : null
}
