import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { JsonOf } from '@/lib/api/json-of'
import { read } from '@/lib/api/read'
import type { SentAction } from '@/lib/scoring/contacts/grammar/action-names'
import type { ContactPage as PageOutput } from './contact-page'
import type { Simulated as SimulatedOutput } from './page-schema'
import type {
  Contact as ContactOutput,
  ContactsOverview as OverviewOutput,
  ContactsPage as ListOutput,
} from './schema'
import type { ContactsView } from './view'

export type ContactsOverview = JsonOf<OverviewOutput>
export type ContactsPage = JsonOf<ListOutput>
export type ContactRow = ContactsPage['items'][number]
export type Contact = JsonOf<ContactOutput>
export type ContactPage = JsonOf<PageOutput>
export type RatingChange = ContactPage['changes'][number]
export type Simulated = JsonOf<SimulatedOutput>

/** Of the model asked for, else of the newest published one; followed closely while it is being rated. */
export const contactsOverviewQuery = (workspace: string, model?: string) =>
  queryOptions({
    queryKey: [workspace, 'contacts', 'overview', model ?? null],
    queryFn: ({ signal }) => read<ContactsOverview>(workspace, 'contacts.overview', { model }, signal),
    refetchInterval: ({ state }) => (state.data?.rebuilding ? 500 : 5_000),
    placeholderData: keepPreviousData,
  })

/** Rows of one request. */
const pageSize = 200

/**
 * The list by pages, `view` as `viewOf` reads it of the address. It is not asked again by itself: with many pages open
 * that would move what somebody reads.
 */
export const contactsQuery = (workspace: string, view: ContactsView, model?: string) =>
  infiniteQueryOptions({
    queryKey: [workspace, 'contacts', 'list', view, model ?? null],
    queryFn: ({ pageParam, signal }) =>
      read<ContactsPage>(
        workspace,
        'contacts.list',
        // Of the list `top` the limit is how many are in it.
        { ...view, model, cursor: pageParam, limit: view.list === 'top' ? undefined : pageSize },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    refetchOnWindowFocus: false,
  })

/** The few whom a search finds: for a list under a text box. */
export const foundContactsQuery = (workspace: string, search: string) =>
  queryOptions({
    queryKey: [workspace, 'contacts', 'found', search],
    queryFn: ({ signal }) => read<ContactsPage>(workspace, 'contacts.list', { search, limit: 6 }, signal),
    staleTime: 30_000,
    retry: false,
  })

/** How many contacts there are; refused while nothing rates them, or they are being rated. */
export const contactCountQuery = (workspace: string) =>
  queryOptions({
    queryKey: [workspace, 'contacts', 'count'],
    queryFn: async ({ signal }) =>
      (await read<ContactsPage>(workspace, 'contacts.list', { limit: 1 }, signal)).total,
    staleTime: 60_000,
    retry: false,
    refetchInterval: ({ state }) => (state.status === 'error' ? 5_000 : false),
  })

/** One contact: the rating and what it is made of. `id`: an e-mail, or a public id. */
export const contactQuery = (workspace: string, id: string, model?: string) =>
  queryOptions({
    queryKey: [workspace, 'contacts', 'one', id, model ?? null],
    queryFn: ({ signal }) => read<Contact>(workspace, 'contacts.get', { id, model }, signal),
    placeholderData: keepPreviousData,
  })

/** What the page of a contact opens with and follows: an accepted action shows within two seconds. */
export const contactPageQuery = (workspace: string, id: string, model?: string) =>
  queryOptions({
    queryKey: [workspace, 'contacts', 'page', id, model ?? null],
    queryFn: ({ signal }) => read<ContactPage>(workspace, 'contacts.page', { id, model }, signal),
    refetchInterval: 2_000,
    placeholderData: keepPreviousData,
  })

/** The rating if these actions came next. The page of a contact simulates by itself, from its history. */
export const simulateQuery = (
  workspace: string,
  id: string,
  actions: readonly SentAction[],
  model?: string,
) =>
  queryOptions({
    queryKey: [workspace, 'contacts', 'simulate', id, actions, model ?? null],
    queryFn: ({ signal }) => read<Simulated>(workspace, 'contacts.simulate', { id, actions, model }, signal),
    placeholderData: keepPreviousData,
  })
