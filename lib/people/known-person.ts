import { type Context, can } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { identitiesMeant } from './called'
import { type Member, membersByPerson } from './histories'
import { holdsEmail } from './mask-emails'
import { findPerson } from './sql/find-person'
import { publicIdentities } from './sql/public-identities'

/**
 * The internal id of a person by public id, or by an id that was merged into theirs. Whoever sees no e-mails cannot ask
 * by one: the answer is the same as for somebody who does not exist. Throws AppError `not_found`.
 */
export async function knownPerson(context: Context, id: string): Promise<string> {
  const unmasked = can(context, 'people:unmasked')
  const identities = unmasked || !holdsEmail(id) ? identitiesMeant(id) : []
  const found = identities.length > 0 ? await findPerson({ workspace: context.workspace.id, identities }) : []
  const person = identities.flatMap(
    (identity) => found.find((row) => row.identity === identity)?.person ?? [],
  )[0]
  if (!person) throw new AppError('not_found', 'There is no such person.', ['id'])
  return person
}

/** A person, the identity they are known by, and the ids that are counted as them, their own first. */
export type Known = { person: string; identity: string; members: readonly Member[] }

async function findKnown(context: Context, id: string): Promise<Known> {
  const person = await knownPerson(context, id)
  const { id: workspace } = context.workspace
  const [byPerson, [named]] = await Promise.all([
    membersByPerson(workspace, [person]),
    publicIdentities({ workspace, ids: [BigInt(person)] }),
  ])
  return { person, identity: named?.identity ?? '', members: byPerson.get(person) ?? [] }
}

const together = new WeakMap<Context, Map<string, Promise<Known>>>()

/** A context for several questions about the same people at the same time: who they are is found out once. */
export function askedTogether(context: Context): Context {
  const copy = { ...context }
  together.set(copy, new Map())
  return copy
}

/** As `knownPerson`, with their identity and ids. */
export function knownMembers(context: Context, id: string): Promise<Known> {
  const shared = together.get(context)
  const found = shared?.get(id) ?? findKnown(context, id)
  shared?.set(id, found)
  return found
}
