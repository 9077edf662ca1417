import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { JsonOf } from '@/lib/api/json-of'
import { read } from '@/lib/api/read'
import type { WrittenDocument } from '@/lib/scoring/engagement/grammar/engagement'
import type { PeoplePage } from '@/lib/people/client'
import type { Agreement as AgreementOutput, KnownPeople as KnownOutput } from './schema'

export type KnownPeople = JsonOf<KnownOutput>
export type KnownPerson = KnownPeople['items'][number]
export type Agreement = JsonOf<AgreementOutput>
export type RankedPerson = Agreement['items'][number]
export type Tau = Agreement['draft']

export const knownPeopleQuery = (workspace: string, model: string) =>
  queryOptions({
    queryKey: [workspace, 'known-people', model],
    queryFn: ({ signal }) => read<KnownPeople>(workspace, 'known-people.list', { id: model }, signal),
    staleTime: 30_000,
  })

/**
 * Ranks of the known people under a draft that may not be saved yet.
 * @param people their ids in their order: another order is another agreement
 */
export const agreementQuery = (
  workspace: string,
  model: string,
  people: readonly string[],
  document: WrittenDocument | null,
) =>
  queryOptions({
    queryKey: [workspace, 'known-people', model, 'agreement', people, document],
    queryFn: ({ signal }) =>
      read<Agreement>(workspace, 'known-people.agreement', { id: model, document }, signal),
    enabled: document !== null && people.length > 0,
    placeholderData: keepPreviousData,
    // Every settled draft is an entry of its own.
    gcTime: 60_000,
    staleTime: 60_000,
    retry: false,
  })

/** The few whom a search finds, with what the live version says of them. */
export const pinnableQuery = (workspace: string, model: string, search: string) =>
  queryOptions({
    queryKey: [workspace, 'people', 'found', search, model],
    queryFn: ({ signal }) => read<PeoplePage>(workspace, 'people.list', { search, model, limit: 6 }, signal),
    enabled: search !== '',
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
