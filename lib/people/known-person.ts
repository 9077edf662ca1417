import { type Context, can } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { identitiesMeant } from './called'
import { holdsEmail } from './mask-emails'
import { findPerson } from './sql/find-person'

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
