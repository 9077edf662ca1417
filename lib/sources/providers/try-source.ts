import { actionOf } from '@/lib/ingest/esp/action-of'
import { openDelivery } from '@/lib/ingest/esp/delivery'
import { adapterOf } from '@/lib/ingest/esp/providers'
import { receiveDelivery } from '@/lib/ingest/esp/receive-delivery'
import { sampleDelivery, signedByProviderAlone } from '@/lib/ingest/esp/sample-delivery'
import { type ProviderSource, recordDelivery } from './data'
import { wordsOf } from './provider-words'
import type { DeliveryOutcome } from './schema'
import { webhookUrl } from './webhook-url'

export type Tried = { outcome: DeliveryOutcome; message: string; verified: boolean }

/**
 * Makes a delivery as the provider would, has it checked and read as any other, and writes down what came of it. Its
 * action stays out of the events: nobody did anything, and no person, count or share may say so.
 */
export async function trySource(source: ProviderSource, now: Date): Promise<Tried> {
  const verified = !signedByProviderAlone(source.provider)
  const { outcome, message } = verified ? await asDelivered(source, now) : await asRead(source, now)
  await recordDelivery({ sourceId: source.id, receivedAt: now, outcome, message, test: true })
  return { outcome, message, verified }
}

type Outcome = Omit<Tried, 'verified'>

const sampleFor = ({ provider, id, secret }: ProviderSource, now: Date) =>
  sampleDelivery(provider, { url: webhookUrl(provider, id), secret, now })

async function asDelivered(source: ProviderSource, now: Date): Promise<Outcome> {
  const { provider, id: sourceId, secret } = source
  if (source.secretLost)
    return {
      outcome: 'signature',
      message: 'The stored secret of this source can no longer be read: enter it again.',
    }
  const received = await receiveDelivery(provider, sampleFor(source, now), { sourceId, secret }, now)
  if (!received.ok) return { outcome: received.code, message: received.message }
  const [action] = received.actions
  return told(
    action && { ...action, how: 'A made delivery, proven with the secret of this source, was believed' },
  )
}

/** Without the proof that is the provider's alone. */
async function asRead(source: ProviderSource, now: Date): Promise<Outcome> {
  const { provider, id: sourceId } = source
  const delivery = await openDelivery(sampleFor(source, now))
  const [event] = adapterOf(provider).decode(delivery, { sourceId })
  const understood = event && actionOf(provider, sourceId, event, now)
  const how = `Only ${wordsOf(provider).name} can sign a delivery, so a made one was taken without its signature`
  return told(understood?.kind === 'action' ? { ...understood.action, how } : undefined)
}

function told(action?: { how: string; name: string; email: string }): Outcome {
  if (!action) return { outcome: 'malformed', message: 'The made delivery was read as no action.' }
  const { how, name, email } = action
  return {
    outcome: 'ok',
    message: `${how} and read as "${name}" of ${email}. It is shown here and counted nowhere.`,
  }
}
