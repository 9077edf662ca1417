import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import type { JsonOf } from '@/lib/api/json-of'
import { read } from '@/lib/api/read'
import type { PeoplePage as Page } from './schema'
import type { PeopleView } from './view'

export type PeoplePage = JsonOf<Page>
export type PersonRow = PeoplePage['items'][number]

/** Rows of one request. */
export const pageSize = 200

/**
 * The list by pages. It is not asked again by itself: with many pages open that would move what somebody reads; new
 * scores are told of by the next page, which is refused with `conflict`.
 */
export const peopleQuery = (workspace: string, view: PeopleView) =>
  infiniteQueryOptions({
    queryKey: [workspace, 'people', view],
    queryFn: ({ pageParam, signal }) =>
      read<PeoplePage>(workspace, 'people.list', { ...view, cursor: pageParam, limit: pageSize }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  })
