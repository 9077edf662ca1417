import type { StoredClaim } from '@/lib/ingest/resolve-identities'
import { type Context, can } from '@/lib/server/context'
import { publicId } from './called'
import { namedConflicts } from './conflicts'
import { changeActors } from './data'
import type { IdentitiesOfPerson } from './identity-schema'
import { joinedAt } from './joined-at'
import { knownPerson } from './known-person'
import { maskId } from './mask-emails'
import { membersOf } from './members'
import { identityClaims, namesOfIds } from './sql/identity-claims'
import { conflictsOfIds } from './sql/identity-conflicts'

const kindOf = (identity: string) =>
  identity.startsWith('user:') ? 'user' : identity.startsWith('anon:') ? 'anon' : 'email'

const howOf = { user: 'alias', anon: 'anonymous', email: 'email' } as const

/** What was given to a person by hand was merged into them, whatever kind of id it is. */
const howJoined = (kind: keyof typeof howOf, claim: StoredClaim | undefined) =>
  claim?.kind === 'own' ? 'alias' : howOf[kind]

const isOwning = ({ kind }: StoredClaim) => kind === 'anonymous' || kind === 'email'

const mayBeByHand = ({ kind }: StoredClaim) => kind === 'alias' || kind === 'own' || kind === 'separate'

/** Every id of a person: since when, by what and by whom it came, and what was taken apart. Throws `not_found`. */
export async function personIdentities(
  context: Context,
  { id }: { id: string },
): Promise<IdentitiesOfPerson> {
  const workspace = context.workspace.id
  const person = await knownPerson(context, id)
  const members = new Set((await membersOf(workspace, [person])).keys())
  const ids = [...members].map(BigInt)
  const claims = await identityClaims({ workspace, ids })
  const joined = joinedAt(claims, person, members)
  const separations = claims
    .filter(({ kind }) => kind === 'separate')
    .sort((a, b) => b.claimedAt - a.claimedAt)

  const claimed = new Set(claims.filter(isOwning).map(({ from }) => from))
  const others = new Set([...members, ...separations.flatMap(({ from, to }) => [from, to])])
  const [names, conflicts, actors] = await Promise.all([
    namesOfIds({ workspace, ids: [...others].map(BigInt) }),
    claimed.size > 0 ? conflictsOfIds({ workspace, ids: [...claimed].map(BigInt) }) : [],
    changeActors(workspace, [...joined.values(), ...separations].filter(mayBeByHand)),
  ])
  const unmasked = can(context, 'people:unmasked')
  const shown = (text: string) => (unmasked ? text : maskId(text))
  const nameOf = (hash: string) => shown(publicId(names.find((row) => row.id === hash)?.identity ?? ''))
  const by = (at: number) => {
    const actor = actors.get(at)
    return actor === undefined ? null : shown(actor)
  }
  return {
    id: nameOf(person),
    items: names
      .filter(({ id }) => members.has(id))
      .map(({ id, identity, firstSeen }) => {
        const kind = kindOf(identity)
        const claim = joined.get(id)
        return {
          id: shown(publicId(identity)),
          kind,
          firstSeen,
          joinedAt: claim ? new Date(claim.claimedAt) : null,
          how: id === person ? 'itself' : howJoined(kind, claim),
          by: claim ? by(claim.claimedAt) : null,
        }
      }),
    separations: separations.map(({ from, to, claimedAt }) => ({
      id: nameOf(from),
      from: nameOf(to),
      at: new Date(claimedAt),
      by: by(claimedAt),
    })),
    conflicts: await namedConflicts(context, conflicts),
  }
}
