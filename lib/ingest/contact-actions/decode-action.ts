import { hash } from 'node:crypto'
import { z } from 'zod'
import { cleanEmail, cleanId } from '../clean-id'
import { contactActions } from '../files/mapping-schema'
import type { Decoded } from '../segment-spec/decode-message'
import { maxIdLength } from '../segment-spec/limits'
import { occurredAt } from '../segment-spec/occurred-at'

const control = /\p{Cc}/u
const id = z
  .union([z.string(), z.number().refine(Number.isSafeInteger).transform(String)])
  .refine((text) => text.length <= maxIdLength && !control.test(text))
  .transform((text) => text.toWellFormed())
  .nullish()

const actionSchema = z.object({
  contact: z.object({ email: z.unknown(), externalId: id }),
  action: z.unknown(),
  messageId: id,
  listId: id,
  campaignId: id,
  occurredAt: z.unknown().optional(),
  actionId: id,
  machine: z.boolean().nullish(),
  properties: z.record(z.string(), z.unknown()).nullish(),
})

const expected: Partial<Record<string, string>> = {
  contact: 'an object with "email"',
  machine: 'true or false',
  properties: 'an object',
}
const anId = `a text of at most ${maxIdLength} characters without control characters, or a whole number`

const refused = (code: string, message: string): Decoded => ({ refused: { code, message } })

/**
 * One action of a contact (`ingest.md` §2) as an event, or why it is refused. With `externalId`, the user id, the event
 * is the user's and claims the address for them, as an identify does.
 */
export function decodeAction(raw: unknown, receivedAt: Date): Decoded {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return refused('not_an_object', 'An action has to be an object.')
  const parsed = actionSchema.safeParse(raw)
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.') ?? ''
    return refused('invalid_action', `"${path}" has to be ${expected[path] ?? anId}.`)
  }
  const { contact, action, machine, properties, ...sent } = parsed.data
  const email = cleanEmail(contact.email)
  if (email === null) return refused('bad_email', '"contact.email" is missing or no e-mail address.')
  const name = contactActions.find((known) => known === action)
  if (name === undefined)
    return refused('unknown_action', `"action" has to be one of ${contactActions.join(', ')}.`)
  if (sent.occurredAt === undefined || sent.occurredAt === null || sent.occurredAt === '')
    return refused('missing_time', '"occurredAt", when it happened, is missing.')
  const time = occurredAt({ timestamp: sent.occurredAt }, receivedAt)
  if (!('at' in time)) return refused(time.code, time.message.replace('"timestamp"', '"occurredAt"'))

  const ids = filled({ messageId: sent.messageId, listId: sent.listId, campaignId: sent.campaignId })
  const identity = [email, name, ids.messageId ?? null, ids.listId ?? null, time.at.getTime()]
  return {
    event: {
      eventId:
        sent.actionId?.trim() || `action:${hash('sha256', JSON.stringify(identity), 'hex').slice(0, 32)}`,
      kind: 'action',
      name,
      userId: cleanId(contact.externalId),
      anonymousId: null,
      email,
      previousId: null,
      accountId: null,
      occurredAt: time.at,
      properties: { ...properties, ...ids },
      machine: machine ?? false,
    },
  }
}

function filled<K extends string>(ids: Record<K, string | null | undefined>): Partial<Record<K, string>> {
  const given = Object.entries<string | null | undefined>(ids).flatMap(([key, value]) => {
    const text = value?.trim()
    return text ? [[key, text] as const] : []
  })
  return Object.fromEntries(given) as Partial<Record<K, string>>
}
