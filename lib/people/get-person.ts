import { type Context, can } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { identitiesMeant, publicId } from './called'
import { holdsEmail, maskId } from './mask-emails'
import { membersOf } from './members'
import { peopleRows } from './people-rows'
import { shownScores } from './shown-scores'
import { findPerson } from './sql/find-person'
import { personIdentities, personTraits } from './sql/person-details'

/**
 * One person by public id, or by an id that was merged into theirs. Whoever sees no e-mails cannot ask by one: the
 * answer is the same as for somebody who does not exist. Throws AppError `not_found`.
 */
export async function getPerson(context: Context, { id, model }: { id: string; model?: string }) {
  const unmasked = can(context, 'people:unmasked')
  const workspace = context.workspace.id
  const meant = unmasked || !holdsEmail(id) ? identitiesMeant(id) : []
  const found = meant.length > 0 ? await findPerson({ workspace, identities: meant }) : []
  const person = meant.flatMap((identity) => found.find((row) => row.identity === identity)?.person ?? [])[0]
  if (!person) throw new AppError('not_found', 'There is no such person.', ['id'])

  const shown = await shownScores(workspace, model)
  const ids = [...(await membersOf(workspace, [person])).keys()].map(BigInt)
  const [identities, traits, rows] = await Promise.all([
    personIdentities({ workspace, ids }),
    unmasked ? personTraits({ workspace, ids }) : [],
    peopleRows([person], shown, { workspace, unmasked }),
  ])
  const shownId = (identity: string) => (unmasked ? publicId(identity) : maskId(publicId(identity)))
  return {
    ...rows[0],
    identities: identities.map(({ identity, firstSeen }) => ({ id: shownId(identity), firstSeen })),
    /** Empty where traits are hidden. */
    traits: Object.fromEntries(traits.map(({ key, value }) => [key, JSON.parse(value) as unknown])),
    masked: !unmasked,
  }
}
