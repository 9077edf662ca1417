import { rescore } from '@/lib/engagement/rescore'
import { type IdentityChange, mergeIdentities, separateIdentity } from '@/lib/ingest/change-identities'
import type { Identity } from '@/lib/ingest/identity'
import type { Context } from '@/lib/server/context'
import { AppError } from '@/lib/server/errors'
import { identitiesMeant, publicId } from './called'
import { findPerson } from './sql/find-person'
import { publicIdentities } from './sql/public-identities'

/** The identity meant by a public id, one that an event has carried. Throws AppError `not_found`. */
async function knownIdentity({ workspace }: Context, id: string, field: 'id' | 'into'): Promise<Identity> {
  const meant = identitiesMeant(id)
  const found = await findPerson({ workspace: workspace.id, identities: meant })
  const identity = meant.find((one) => found.some((row) => row.identity === one))
  if (!identity) throw new AppError('not_found', 'There is no such person.', [field])
  return identity as Identity
}

/** What both ends of a change are called now, and the runs that will show it. */
async function follow({ workspace, now }: Context, { person, to, at }: IdentityChange) {
  const ids = [BigInt(person), BigInt(to)]
  const found = await publicIdentities({ workspace: workspace.id, ids })
  const nameOf = (id: string) => publicId(found.find((row) => row.id === id)?.identity ?? '')
  const runs = await rescore(workspace.id, now)
  return { id: nameOf(person), other: nameOf(to), at, scoresFrom: 'next-run' as const, runs }
}

/** Makes two people one, see `mergeIdentities`; the scores that pages show are made again. */
export async function mergePeople(context: Context, { id, into }: { id: string; into: string }) {
  const [one, other] = await Promise.all([
    knownIdentity(context, id, 'id'),
    knownIdentity(context, into, 'into'),
  ])
  const change = await mergeIdentities(context.workspace.id, { id: one, into: other }, context.now)
  const { other: _, ...merged } = await follow(context, change)
  return merged
}

/** Makes an id a person of its own again, see `separateIdentity`; the scores that pages show are made again. */
export async function separatePerson(context: Context, { id }: { id: string }) {
  const identity = await knownIdentity(context, id, 'id')
  const { other, ...separated } = await follow(
    context,
    await separateIdentity(context.workspace.id, identity, context.now),
  )
  return { ...separated, from: other }
}
