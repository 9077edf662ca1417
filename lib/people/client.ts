import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { JsonOf } from '@/lib/api/json-of'
import { read } from '@/lib/api/read'
import type { IdentitiesOfPerson as IdentitiesOutput } from './identity-schema'
import type { personPage } from './person-page'
import type {
  Explanation as ExplanationOutput,
  PeoplePage as Page,
  Person as PersonOutput,
  PersonPath as PathOutput,
  Reference,
  Timeline as TimelineOutput,
} from './schema'
import type { PeopleView } from './view'

export type PeoplePage = JsonOf<Page>
export type PersonRow = PeoplePage['items'][number]

/** Rows of one request. */
const pageSize = 200

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

export type PersonPage = JsonOf<Awaited<ReturnType<typeof personPage>>>
export type Person = JsonOf<PersonOutput>
export type PersonPath = JsonOf<PathOutput>
export type Explanation = JsonOf<ExplanationOutput>
export type Timeline = JsonOf<TimelineOutput>
export type IdentitiesOfPerson = JsonOf<IdentitiesOutput>

/** The weekly scores of a person, placed in a frozen or a rolling reference. */
export const pathQuery = (workspace: string, id: string, reference: Reference) =>
  queryOptions({
    queryKey: [workspace, 'people', 'path', id, reference],
    queryFn: ({ signal }) => read<PersonPath>(workspace, 'people.path', { id, reference }, signal),
    placeholderData: keepPreviousData,
  })

/** Why a score is what it is, and what changed since `from`, an instant of the path. */
export const explanationQuery = (workspace: string, id: string, from: string | undefined) =>
  queryOptions({
    queryKey: [workspace, 'people', 'explanation', id, from ?? null],
    queryFn: ({ signal }) => read<Explanation>(workspace, 'people.explain', { id, from }, signal),
    placeholderData: keepPreviousData,
  })

/** Entries of one request. */
const timelineSize = 50

export const timelineQuery = (workspace: string, id: string, only: 'behaviors' | 'all') =>
  infiniteQueryOptions({
    queryKey: [workspace, 'people', 'timeline', id, only],
    queryFn: ({ pageParam, signal }) =>
      read<Timeline>(
        workspace,
        'people.timeline',
        { id, only, cursor: pageParam, limit: timelineSize },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })

/** The few whom a search finds: for a list under a text box. */
export const foundPeopleQuery = (workspace: string, search: string) =>
  queryOptions({
    queryKey: [workspace, 'people', 'found', search],
    queryFn: ({ signal }) => read<PeoplePage>(workspace, 'people.list', { search, limit: 6 }, signal),
    staleTime: 30_000,
  })

export const identitiesQuery = (workspace: string, id: string) =>
  queryOptions({
    queryKey: [workspace, 'people', 'identities', id],
    queryFn: ({ signal }) => read<IdentitiesOfPerson>(workspace, 'people.identities', { id }, signal),
  })
