import { z } from 'zod'

/** What an event is about. Only the first three are activity (`scoring.md` §0). */
export const eventKinds = [
  'track',
  'page',
  'screen',
  'identify',
  'group',
  'alias',
  'action',
  'outcome',
] as const
export type EventKind = (typeof eventKinds)[number]
export const activityKinds = ['track', 'page', 'screen'] as const satisfies readonly EventKind[]

/**
 * What happened at a time of its own. Profiles and accounts often come without one and then carry the time they came
 * in, so they do not move the instant until which a workspace is observed (`scoring.md` §0).
 */
export const happeningKinds = [
  'track',
  'page',
  'screen',
  'action',
  'outcome',
] as const satisfies readonly EventKind[]
export const isHappening = (kind: EventKind): boolean =>
  (happeningKinds as readonly EventKind[]).includes(kind)

export type JsonObject = Record<string, unknown>

/**
 * The one form every door decodes to. Exactly one of userId, anonymousId, email decides whose event it is,
 * in this order; the others, where given, are claims that they belong together. An event about an account
 * alone has none of the three.
 */
export type CanonicalEvent = {
  /** Message id as sent, or derived by the door; with the workspace the identity of the event. */
  eventId: string
  kind: EventKind
  /** Name in the catalog: the track name, `Page Viewed`, `Screen Viewed`, the action, `outcome:<name>`; for identify, group and alias the kind itself. */
  name: string
  userId: string | null
  anonymousId: string | null
  /** Trimmed and lower-cased. */
  email: string | null
  /** For alias: the id that was used before. */
  previousId: string | null
  accountId: string | null
  occurredAt: Date
  /** Properties of an event, traits of an identify or group. */
  properties: JsonObject
  machine: boolean
}

/** Why one message of a batch, or one row of a file, was refused. */
export const rejectionSchema = z.object({
  index: z.number().int().nonnegative(),
  code: z.string(),
  message: z.string(),
})
export type Rejection = z.infer<typeof rejectionSchema>
