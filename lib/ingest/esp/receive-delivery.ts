import { hash } from 'node:crypto'
import { actionOf } from './action-of'
import type { Challenge, IgnoredReason, Outside, ProviderEvent, Refused, SourceSettings } from './adapter'
import type { CanonicalAction } from './canonical-action'
import { type Delivery, type EspRequest, openDelivery } from './delivery'
import { MalformedDelivery } from './malformed-delivery'
import { adapterOf, type Provider } from './providers'

export type Received =
  | {
      ok: true
      actions: CanonicalAction[]
      /** Types that nobody knows here, with all that could be read of them. */
      unknown: ProviderEvent[]
      /** What is known and is no action, with the reason. */
      ignored: { type: string; recipient: string | null; reason: IgnoredReason }[]
    }
  | ({ ok: false } & (Refused | Challenge))

/** Without connection to the outside no certificate can be had, so nothing of Amazon SES is believed. */
const nowhere: Outside = { certificate: () => Promise.reject(new Error('no way to fetch certificates')) }

/**
 * One request of a provider: whether it is authentic, and what it tells. Not ok: `signature` (401: missing, wrong, or
 * no secret yet), `stale` (401: signed too long ago), `malformed` (400), `challenge` (200: a question at set-up, with
 * `confirmUrl` to be called for Amazon SNS). Touches no store; never throws on what was sent.
 */
export async function receiveDelivery(
  provider: Provider,
  request: EspRequest,
  settings: SourceSettings,
  now: Date,
  outside: Outside = nowhere,
): Promise<Received> {
  try {
    const delivery = await openDelivery(request)
    const refused = await admit(provider, delivery, settings, now, outside)
    return refused ? { ok: false, ...refused } : understand(provider, delivery, settings, now)
  } catch (error) {
    if (!(error instanceof MalformedDelivery)) throw error
    return { ok: false, code: 'malformed', message: error.message }
  }
}

/** Null for a delivery to be read. */
async function admit(
  provider: Provider,
  delivery: Delivery,
  settings: SourceSettings,
  now: Date,
  outside: Outside,
): Promise<Refused | Challenge | null> {
  const { verify, probe, probesUnsigned } = adapterOf(provider)
  const early = probesUnsigned ? probe?.(delivery) : null
  if (early) return early
  if (delivery.method !== 'POST' && !probe) return { code: 'malformed', message: 'Deliveries come by POST.' }
  const refused = await verify(delivery, settings, now, outside)
  if (refused) return refused
  const answered = probe?.(delivery)
  if (answered) return answered
  return delivery.method === 'POST' ? null : { code: 'malformed', message: 'Deliveries come by POST.' }
}

/** What an authentic delivery tells. Throws MalformedDelivery. */
function understand(provider: Provider, delivery: Delivery, settings: SourceSettings, now: Date): Received {
  const received = { ok: true as const, actions: [], unknown: [], ignored: [] } as Received & { ok: true }
  for (const told of adapterOf(provider).decode(delivery, settings)) {
    const event = { ...told, id: told.id ?? bodyAsId(told, delivery) }
    const understood = actionOf(provider, settings.sourceId, event, now)
    if (understood.kind === 'action') received.actions.push(understood.action)
    else if (understood.kind === 'unknown') received.unknown.push(event)
    else received.ignored.push({ type: event.type, recipient: event.recipient, reason: understood.reason })
  }
  return received
}

/** Where an event names neither itself, nor its message, nor a time, the body it came in has to tell it from others. */
const bodyAsId = ({ messageId, occurredAt }: ProviderEvent, { rawBody }: Delivery): string | null =>
  messageId === null && occurredAt === null ? hash('sha256', rawBody, 'hex') : null
