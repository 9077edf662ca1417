import { identitiesMeant } from '@/lib/people/called'
import { holdsEmail } from '@/lib/people/mask-emails'
import { findPerson } from '@/lib/people/sql/find-person'
import { type SeenAction, markMachines } from '@/lib/scoring/contacts/machine-rules'
import { type ContactScore, scoreContact } from '@/lib/scoring/contacts/score-contact'
import { type Context, can } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { readHistories } from './contact-history'
import type { RatedBy } from './contact-models'
import { ratedModel } from './rated-model'

const unknown = () => new AppError('not_found', 'There is no such contact.', ['id'])

/** The identities an e-mail or a public id may mean, likeliest first. */
const meant = (id: string) => [
  ...identitiesMeant(id),
  ...(id.includes('@') ? [`email:${id.trim().toLowerCase()}`] : []),
]

/**
 * The internal id, after merges, of somebody by e-mail, by public id, or by an id that was merged into theirs. Whoever
 * sees no e-mails cannot ask by one: the answer is the same as for somebody who does not exist.
 */
async function personMeant(context: Context, id: string): Promise<string> {
  const identities = can(context, 'people:unmasked') || !holdsEmail(id) ? meant(id) : []
  const found = identities.length > 0 ? await findPerson({ workspace: context.workspace.id, identities }) : []
  const [person] = identities.flatMap(
    (identity) => found.find((row) => row.identity === identity)?.person ?? [],
  )
  if (!person) throw unknown()
  return person
}

/** A contact with everything that happened, machines marked, rated by what is stored this very moment. */
export type KnownContact = {
  person: string
  rated: RatedBy
  history: { actions: readonly SeenAction[]; knownSince?: number }
  /** Milliseconds since 1970 UTC: every stored action is before it, also one whose clock runs ahead. */
  asOf: number
  score: ContactScore
}

/** Throws AppError `not_found` for somebody unknown, or known without an action by this model. */
export async function knownContact(
  context: Context,
  { id, model }: { id: string; model?: string },
): Promise<KnownContact> {
  const [rated, person] = await Promise.all([ratedModel(context, model), personMeant(context, id)])
  const { document } = rated
  const seen = (await readHistories(context.workspace.id, document, [person])).get(person)
  if (!seen || seen.actions.length === 0) throw unknown()
  const history = { ...seen, actions: markMachines(seen.actions) }
  const newest = seen.actions.reduce((latest, { at }) => Math.max(latest, at), -Infinity)
  const asOf = Math.max(rated.asOf.getTime(), newest + 1)
  return { person, rated, history, asOf, score: scoreContact(history, document, asOf) }
}
