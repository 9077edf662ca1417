import { z } from 'zod'
import { listVersions } from '@/lib/engagement/data'
import { membersOf } from '@/lib/people/members'
import type { Context } from '@/lib/server/context'
import { seal, unseal } from '@/lib/server/sealed'
import { type KnownContact, knownContact } from './known-contact'
import type { RatingChange, contactChangesPageSchema, contactChangesSchema } from './page-schema'
import { contactChanges } from './sql/contact-changes'

const cursorSchema = z.int().min(0)

/** Changes of a contact's stars that the product saw, newest first; also those under ids that were merged into it. */
export async function changesOf(
  { workspace }: Context,
  { person, rated }: Pick<KnownContact, 'person' | 'rated'>,
  { skip = 0, limit }: { skip?: number; limit: number },
): Promise<RatingChange[]> {
  const [members, versions] = await Promise.all([
    membersOf(workspace.id, [person]),
    listVersions(rated.modelId),
  ])
  const people = [...members.keys()].map(BigInt)
  const rows = await contactChanges({ workspace: workspace.id, model: rated.modelId, people, skip, limit })
  const numberOf = new Map(versions.map(({ id, number }) => [id, number]))
  return rows.map(({ at, cause, causeAt, versionId, ...row }) => ({
    at,
    before: { score: row.scoreBefore, stars: row.starsBefore },
    after: { score: row.scoreAfter, stars: row.starsAfter },
    cause,
    causeAt,
    version: numberOf.get(versionId) ?? rated.version,
  }))
}

/** One page of them. Throws AppError `not_found`. */
export async function changesOfContact(
  context: Context,
  { cursor, limit, ...asked }: z.output<typeof contactChangesSchema>,
): Promise<z.output<typeof contactChangesPageSchema>> {
  const known = await knownContact(context, asked)
  const skip = cursor ? unseal(cursorSchema, cursor, 'cursor') : 0
  const found = await changesOf(context, known, { skip, limit: limit + 1 })
  const goesOn = found.length > limit
  return { items: found.slice(0, limit), nextCursor: goesOn ? seal(skip + limit) : null }
}
