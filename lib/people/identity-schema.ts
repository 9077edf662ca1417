import { z } from 'zod'
import { instant, pageInput, pageOf } from '@/lib/api/shapes'

const id = z
  .string()
  .min(1)
  .max(1000)
  .describe('The user id as sent, else `anon:<id>`, else `email:<address>`.')

export const mergePersonSchema = z.strictObject({ id, into: id })

export const identityOfPersonSchema = z.strictObject({ id })

const changed = {
  at: instant,
  /** What the two are known as is decided, but scores are those of before until the next run. */
  scoresFrom: z.literal('next-run'),
  runs: z.array(z.uuid()).describe('The runs that were queued to bring the shown scores up to date.'),
}

export const mergedPersonSchema = z.strictObject({
  id: z.string().describe('What both are known as now: the oldest of their user ids.'),
  ...changed,
})

export const separatedPersonSchema = z.strictObject({
  id: z.string().describe('The person that was taken apart.'),
  from: z.string().describe('The person that remains.'),
  ...changed,
})

const conflictKinds = ['email', 'anonymous'] as const

export const conflictSchema = z.strictObject({
  kind: z
    .enum(conflictKinds)
    .describe(
      '`email`: claimed by several people, so it is nobody’s. `anonymous`: used by several, it is the first one’s.',
    ),
  identity: z
    .string()
    .describe('`email:<address>` or `anon:<id>`; masked for those who may not see e-mails.'),
  claimedBy: z.array(z.string()).describe('The people, first claim first.'),
  since: instant.describe('When the second of them claimed it.'),
})
export type Conflict = z.output<typeof conflictSchema>

export const listConflictsSchema = z.strictObject(pageInput)

export const conflictsSchema = pageOf(conflictSchema)

export const identityKinds = ['user', 'anon', 'email'] as const

/** Who did it: a name, or null when a sender’s call did. */
const by = z.string().nullable()

export const identitiesOfPersonSchema = z.strictObject({
  id: z.string().describe('What the person is known as.'),
  items: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(identityKinds),
      firstSeen: instant,
      joinedAt: instant.nullable().describe('Since when it is of this person; null for the id itself.'),
      how: z
        .enum(['itself', 'alias', 'anonymous', 'email'])
        .describe(
          'What joined it: `alias` is a merge, by an alias or by hand; the others are claims of events.',
        ),
      by,
    }),
  ),
  separations: z
    .array(z.strictObject({ id: z.string(), from: z.string(), at: instant, by }))
    .describe('Ids taken out of this person, or this person out of another; newest first.'),
  conflicts: z.array(conflictSchema),
})
export type IdentitiesOfPerson = z.output<typeof identitiesOfPersonSchema>
