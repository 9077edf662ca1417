import type { z } from 'zod'
import { engagementModelInUse } from '@/lib/engagement/known'
import { publicId } from '@/lib/people/called'
import { publicIdentities } from '@/lib/people/sql/public-identities'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { replaceKnownPeople } from './data'
import { listKnown } from './list-known-people'
import { resolvePeople } from './resolve-people'
import type { KnownPeople, saveKnownPeopleSchema } from './schema'

type Asked = z.output<typeof saveKnownPeopleSchema>

/** Throws AppError `invalid` at the first who is not known, or who stands there already. */
function eachOnce(asked: readonly string[], people: readonly (string | null)[]): string[] {
  const first = new Map<string, number>()
  return people.map((person, index) => {
    const refuse = (reason: string) =>
      new AppError('invalid', `people.${index}: ${reason}`, ['people', index])
    if (person === null) throw refuse(`there is nobody called ${JSON.stringify(asked[index])}`)
    const before = first.get(person)
    if (before !== undefined) throw refuse(`this is the same person as entry ${before}`)
    first.set(person, index)
    return person
  })
}

/**
 * Says whom the team knows well and in which order they stand by gut feeling. Throws AppError `not_found`, or `invalid`
 * with the place of who cannot be pinned.
 */
export async function saveKnown(context: Context, { id, people: asked }: Asked): Promise<KnownPeople> {
  const { workspace, actor, now } = context
  await engagementModelInUse(context, id)
  const people = eachOnce(asked, await resolvePeople(workspace.id, asked))
  const ids = people.map(BigInt)
  const named = ids.length > 0 ? await publicIdentities({ workspace: workspace.id, ids }) : []
  const identityOf = new Map(named.map(({ id, identity }) => [id, identity]))
  const publicIds = people.map((person, index) => publicId(identityOf.get(person) ?? asked[index] ?? ''))
  await replaceKnownPeople({ modelId: id, people: publicIds, addedBy: actor.label, now })
  return listKnown(context, { id })
}
