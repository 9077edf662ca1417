'use client'
import { useQuery } from '@tanstack/react-query'
import { formatNumber } from '@/lib/format/number'
import { workspaceQuery } from '@/lib/workspaces/client'

/** How many people the workspace holds; nothing until it is known, or while it is none. */
export function PeopleCount({ workspace }: { workspace: string }) {
  const people = useQuery(workspaceQuery(workspace)).data?.people
  return people ? formatNumber(people) : null
}
