import { z } from 'zod'
import { maxIdLength, maxNameLength } from './limits'

/** Why a message is refused: a code for programs and a sentence for people. */
export type Refusal = { code: string; message: string }

/** zod carries one text per issue; these keep code and sentence together in it. */
const because = (code: string, message: string) => JSON.stringify({ code, message } satisfies Refusal)

const control = /\p{Cc}/u

/** Ids come as text or as whole numbers; a number that lost digits on the way would merge strangers. */
const id = (field: string) => {
  const error = because('invalid_id', `"${field}" has to be a text or a whole number that is exact.`)
  return z
    .union([z.string(), z.number().refine(Number.isSafeInteger, { error }).transform(String)], { error })
    .refine((value) => value.length <= maxIdLength, {
      error: because('id_too_long', `"${field}" is longer than ${maxIdLength} characters.`),
    })
    .refine((value) => !control.test(value), {
      error: because('invalid_id', `"${field}" contains control characters.`),
    })
    .transform((value) => value.toWellFormed())
    .nullish()
}

const object = (field: string, code: string) =>
  z.record(z.string(), z.unknown(), { error: because(code, `"${field}" has to be an object.`) }).nullish()

/** The name of a track call, trimmed. */
const eventName = z
  .string({ error: because('missing_event', '"event", the name of what happened, is missing.') })
  .trim()
  .min(1, { error: because('missing_event', '"event", the name of what happened, is blank.') })
  .max(maxNameLength, {
    error: because('event_too_long', `"event" is longer than ${maxNameLength} characters.`),
  })
  .refine((value) => !control.test(value), {
    error: because('invalid_event', '"event" contains control characters.'),
  })
  .transform((value) => value.toWellFormed())

const context = z.looseObject(
  { groupId: id('context.groupId'), traits: z.unknown().optional() },
  { error: because('invalid_context', '"context" has to be an object.') },
)

const shared = {
  messageId: id('messageId'),
  userId: id('userId'),
  anonymousId: id('anonymousId'),
  groupId: id('groupId'),
  context: context.nullish(),
  timestamp: z.unknown().optional(),
  originalTimestamp: z.unknown().optional(),
  sentAt: z.unknown().optional(),
}
const viewed = { ...shared, name: z.unknown().optional(), category: z.unknown().optional() }

/** What a message of Segment's tracking API has to look like; whatever else it carries is let through. */
export const messageSchema = z.discriminatedUnion(
  'type',
  [
    z.object({
      ...shared,
      type: z.literal('track'),
      event: eventName,
      properties: object('properties', 'invalid_properties'),
    }),
    z.object({ ...viewed, type: z.literal('page'), properties: object('properties', 'invalid_properties') }),
    z.object({
      ...viewed,
      type: z.literal('screen'),
      properties: object('properties', 'invalid_properties'),
    }),
    z.object({ ...shared, type: z.literal('identify'), traits: object('traits', 'invalid_traits') }),
    z.object({ ...shared, type: z.literal('group'), traits: object('traits', 'invalid_traits') }),
    z.object({ ...shared, type: z.literal('alias'), previousId: id('previousId') }),
  ],
  {
    error: because('unknown_type', '"type" has to be one of track, identify, group, page, screen, alias.'),
  },
)
export type Message = z.infer<typeof messageSchema>
export type MessageType = Message['type']

/** The refusal that the first issue of a failed parse stands for. */
export function refusalOf(error: z.ZodError): Refusal {
  const issue = error.issues[0]
  const said = refusalText.safeParse(issue?.message)
  return said.success
    ? said.data
    : { code: 'invalid_message', message: `"${issue?.path.join('.')}" is not as expected.` }
}

const refusalText = z
  .string()
  .transform((text, all): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      all.addIssue('not JSON')
      return z.NEVER
    }
  })
  .pipe(z.object({ code: z.string(), message: z.string() }))
