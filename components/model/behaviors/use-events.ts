'use client'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { catalogQuery } from '@/lib/events/client'
import { useEditor } from '../editor-context'
import { pickableEvents } from './pickable-events'

/** The events of the workspace that a behavior can count; the catalog is asked for once a while. */
export function useEvents() {
  const { workspace } = useEditor()
  const { data, isPending, error } = useQuery({
    ...catalogQuery(workspace),
    refetchInterval: false,
    staleTime: 5 * 60_000,
  })
  const events = useMemo(() => pickableEvents(data?.items ?? []), [data])
  return { events, total: data?.total ?? null, exact: data?.exact ?? true, isPending, error }
}
