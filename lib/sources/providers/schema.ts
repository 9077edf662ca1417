import { z } from 'zod'
import { instant, pageInput, pageOf } from '@/lib/api/shapes'
import { providerNames } from './provider-words'

/** How a delivery ended; `challenge` is a question at set-up. */
export const deliveryOutcomes = ['ok', 'signature', 'stale', 'malformed', 'challenge'] as const
export type DeliveryOutcome = (typeof deliveryOutcomes)[number]

const provider = z.enum(providerNames)
const name = z.string().trim().min(1, 'Give the provider a name.').max(80, 'At most 80 characters.')
const secret = z.string().trim().max(5_000, 'At most 5,000 characters.')

export const providerIdSchema = z.strictObject({ id: z.uuid() })

export const createProviderSchema = z.strictObject({
  provider,
  name,
  /** What proves deliveries; made where the provider sends whatever it is given, and may follow later elsewhere. */
  secret: secret.optional(),
})

export const createdProviderSchema = z.strictObject({
  id: z.uuid(),
  /** What to enter at the provider; with the secret where it stands in the address: in no other answer. */
  url: z.string(),
})

export const setSecretSchema = z.strictObject({ id: z.uuid(), secret: secret.min(1, 'The secret is empty.') })

export const listProvidersSchema = z.strictObject(pageInput)

/** A connected provider, with what it delivered in the last thirty days; tests are not counted. */
export const providerSchema = z.strictObject({
  id: z.uuid(),
  provider,
  name: z.string(),
  /** Without a secret. */
  url: z.string(),
  hasSecret: z.boolean(),
  /** Amazon SNS: the topic that was confirmed. */
  topicArn: z.string().nullable(),
  createdBy: z.string(),
  createdAt: instant,
  disabledAt: instant.nullable(),
  lastDeliveryAt: instant.nullable(),
  /** Actions that came in for ever. */
  events: z.number(),
  /** Actions that were new, and those that were there already. */
  accepted: z.int(),
  duplicates: z.int(),
  /** Deliveries that were refused. */
  failures: z.int(),
})
export type ProviderItem = z.output<typeof providerSchema>

export const providersPageSchema = pageOf(providerSchema)

export const deliveriesSchema = z.strictObject({
  id: z.uuid(),
  ...pageInput,
  limit: z.coerce.number().int().min(1).max(500).default(50).describe('Items on a page.'),
})

const counts = z.record(z.string(), z.int())

const deliverySchema = z.strictObject({
  id: z.uuid(),
  receivedAt: instant,
  outcome: z.enum(deliveryOutcomes),
  message: z.string().nullable(),
  accepted: z.int(),
  duplicates: z.int(),
  /** {reason: events} that are no actions. */
  ignored: counts,
  /** {type: events} that nobody knows here. */
  unknown: counts,
  test: z.boolean(),
  /** The beginning of what was sent, where it could not be read or held unknown types. */
  body: z.string().nullable(),
})

/** Deliveries, newest first, and the totals of thirty days, without tests. */
export const deliveriesPageSchema = pageOf(deliverySchema).extend({
  totals: z.strictObject({
    outcomes: z.record(z.enum(deliveryOutcomes), z.int()),
    accepted: z.int(),
    duplicates: z.int(),
    ignored: counts,
    unknown: counts,
  }),
})
export type DeliveriesPage = z.output<typeof deliveriesPageSchema>

export const triedSchema = z.strictObject({
  outcome: z.enum(deliveryOutcomes),
  /** What was tried and what came of it, in a sentence or two. */
  message: z.string(),
  /** False for a provider whose signature nobody else can make. */
  verified: z.boolean(),
})
