import type { ContactAction } from '@/lib/ingest/files/mapping-schema'
import type { Delivery } from './delivery'

/** What of a source decides whether its deliveries are believed and how they are read. */
export type SourceSettings = {
  /** Part of every event id: one provider may be connected twice. */
  sourceId: string
  /** Signing key, public key or shared secret, as the provider shows it; the adapter says which (`secret`). */
  secret?: string | null
  /** Amazon SES: the one topic that is listened to; any where it is not known yet. */
  topicArn?: string | null
  /** SparkPost: count `initial_open` as a read too. It comes beside `open` for the same look at a message. */
  countInitialOpens?: boolean
}

/** The calls to the outside that a check needs; given in, so that checking itself stays pure. */
export type Outside = {
  /** The certificate at this address, as PEM. The address has been checked. */
  certificate: (url: string) => Promise<string>
}

/** Why something the provider told is no action of a contact. */
export type IgnoredReason =
  | 'queued'
  | 'sent'
  | 'deferred'
  | 'rejected'
  | 'failed'
  | 'autoresponded'
  | 'not_an_action'
  | 'no_recipient'
  | 'bad_recipient'
  | 'unclear_recipient'
  | 'bad_time'

/** What a provider's type means. */
export type Meaning = ContactAction | { ignored: IgnoredReason }

/** One thing that a provider told, in one shape, still in the provider's words. */
export type ProviderEvent = {
  /** The provider's word; a subtype behind a slash: `bounce/blocked`. */
  type: string
  /** The address as sent; null where none is told. */
  recipient: string | null
  /** ms since epoch; null where none is told. */
  occurredAt: number | null
  /** What the provider calls this event; null where the other parts of the identity have to do. */
  id: string | null
  /** The message key (`ingest.md` §3). */
  messageId: string | null
  campaignId?: string | null
  listId?: string | null
  url?: string | null
  userAgent?: string | null
  /** The provider's or the receiving server's words about a failure. */
  reason?: string | null
  /** The provider says that a machine did it: its word for that. */
  machineFlag?: string | null
  /** Where the address is one of several that the event may be about. */
  unclearRecipient?: boolean
}

export type Refused = { code: 'signature' | 'stale' | 'malformed'; message: string }

/** A question at set-up, answered without any event. */
export type Challenge = {
  code: 'challenge'
  message: string
  /** Amazon SNS: the address to call so that the topic begins to send; already checked. */
  confirmUrl?: string
  topicArn?: string
}

/** Null: the sender is who it should be. */
export type Verdict = Refused | null

/** A provider: how its deliveries are known, read and understood. One file each. */
export type EspAdapter = {
  name: string
  /** What the source's secret is, for the form that asks for it. */
  secret: 'public key' | 'signing key' | 'shared secret' | 'none'
  verify: (
    delivery: Delivery,
    settings: SourceSettings,
    now: Date,
    outside: Outside,
  ) => Verdict | Promise<Verdict>
  /** A set-up question, told by its shape alone; asked after `verify` unless `probesUnsigned`. */
  probe?: (delivery: Delivery) => Challenge | Refused | null
  /** The provider asks before it can know the secret. */
  probesUnsigned?: boolean
  /** Throws MalformedDelivery for a body of another shape. */
  decode: (delivery: Delivery, settings: SourceSettings) => ProviderEvent[]
  /** By type; `bounce/x` falls back to `bounce`. A type that is not here is unknown. */
  meanings: Readonly<Record<string, Meaning>>
}

export const ignored = (reason: IgnoredReason): Meaning => ({ ignored: reason })

/** What this type means to this provider; `unknown` for one that is not in its table. */
export function meaningOf(meanings: EspAdapter['meanings'], type: string): Meaning | 'unknown' {
  const whole = Object.hasOwn(meanings, type) ? meanings[type] : undefined
  const [general = ''] = type.split('/')
  return whole ?? (Object.hasOwn(meanings, general) ? meanings[general] : undefined) ?? 'unknown'
}
