import { keepTopic, type ProviderSource, recordDelivery } from '@/lib/sources/providers/data'
import type { DeliveryOutcome } from '@/lib/sources/providers/schema'
import { AppError } from '@/lib/server/errors'
import { type Batcher, batcher } from './batcher'
import type { Outside, SourceSettings } from './esp/adapter'
import { eventOfAction } from './esp/canonical-action'
import type { EspRequest } from './esp/delivery'
import { type Received, receiveDelivery } from './esp/receive-delivery'
import { confirmSubscription, snsOutside } from './esp/sns-outside'
import { withStores } from './store-away'

/** What needs other servers, and the queue of what is to be written. */
export type DeliveryWays = Outside & { confirm: (url: string) => Promise<void>; queue: Batcher }

export type DeliveryReceipt = {
  outcome: DeliveryOutcome
  message: string | null
  accepted: number
  duplicates: number
  /** Events that are no action, and of types that nobody knows here. */
  ignored: number
  unknown: number
}

const ways = (): DeliveryWays => ({ ...snsOutside, confirm: confirmSubscription, queue: batcher() })

export const settingsOf = ({ id, secret, topicArn }: ProviderSource): SourceSettings => ({
  sourceId: id,
  secret,
  topicArn,
})

/**
 * One delivery of a connected provider: checks, reads and writes it, and writes down what became of it. Resolves when
 * everything that it told is on disk. Throws `busy` and `unavailable`, after which the provider has to send it again.
 */
export async function receiveProviderDelivery(
  source: ProviderSource,
  request: EspRequest,
  receivedAt: Date,
  { queue, confirm, ...outside }: DeliveryWays = ways(),
): Promise<DeliveryReceipt> {
  const received = believed(
    source,
    await receiveDelivery(source.provider, request, settingsOf(source), receivedAt, outside),
  )
  const record = (delivery: Omit<Parameters<typeof recordDelivery>[0], 'sourceId' | 'receivedAt'>) =>
    withStores('a delivery could not be written down', () =>
      recordDelivery({ sourceId: source.id, receivedAt, ...delivery }),
    )
  const nothing = { accepted: 0, duplicates: 0, ignored: 0, unknown: 0 }

  if (!received.ok) {
    const { code: outcome, message } = received
    if (outcome === 'challenge') {
      const problem = await problemOfChallenge(source.id, received, confirm)
      await record({ outcome, message: problem ?? message })
      if (problem !== null) throw new AppError('unavailable', problem)
    } else if (outcome !== 'malformed' || request.method === 'POST') {
      // Whoever opens the address in a browser delivers nothing.
      await record({ outcome, message, ...(outcome === 'malformed' && { body: request.rawBody }) })
    }
    return { outcome, message, ...nothing }
  }

  const verdicts = await queue.add(source.workspaceId, {
    items: received.actions.map((action) => ({
      event: eventOfAction(action),
      source: { id: source.id, kind: 'webhook' },
      receivedAt,
    })),
    rejected: [],
    bytes: request.rawBody.byteLength,
  })
  const accepted = verdicts.filter((verdict) => verdict === 'accepted').length
  const written = { accepted, duplicates: verdicts.length - accepted }
  const isOdd = received.unknown.length > 0
  await record({
    outcome: 'ok',
    message: null,
    ...written,
    ignored: countBy(received.ignored.map(({ reason }) => reason)),
    unknown: countBy(received.unknown.map(({ type }) => type)),
    ...(isOdd && { body: request.rawBody }),
  })
  return {
    outcome: 'ok',
    message: null,
    ...written,
    ignored: received.ignored.length,
    unknown: received.unknown.length,
  }
}

/**
 * What the adapters cannot know. Any topic of anybody is signed by Amazon, so notifications are believed only of the
 * one whose subscription was confirmed here; and a secret that can no longer be read proves nothing.
 */
function believed({ provider, secretLost, topicArn }: ProviderSource, received: Received): Received {
  const refuse = (message: string): Received => ({ ok: false, code: 'signature', message })
  if (secretLost && (received.ok || received.code !== 'malformed'))
    return refuse('The stored secret of this source can no longer be read: enter it again.')
  if (provider === 'amazon_ses' && received.ok && topicArn === null)
    return refuse('No topic of Amazon SNS has been confirmed for this source yet.')
  return received
}

/** Does what a question at set-up asks for; says in a sentence why it could not. */
async function problemOfChallenge(
  sourceId: string,
  { confirmUrl, topicArn }: { confirmUrl?: string; topicArn?: string },
  confirm: DeliveryWays['confirm'],
): Promise<string | null> {
  if (confirmUrl === undefined || topicArn === undefined) return null
  try {
    await confirm(confirmUrl)
  } catch (error) {
    return `The subscription could not be confirmed: ${error instanceof Error ? error.message : String(error)}.`
  }
  await withStores('a topic could not be kept', () => keepTopic(sourceId, topicArn))
  return null
}

/** More types than this in one delivery are not told apart. */
const mostKeys = 50

function countBy(keys: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) {
    const shown = key.toWellFormed().replaceAll('\0', '').slice(0, 100) || 'without a type'
    const place = counts.has(shown) || counts.size < mostKeys ? shown : 'others'
    counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return Object.fromEntries(counts)
}
