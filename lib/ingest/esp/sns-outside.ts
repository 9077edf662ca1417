import { BoundedCache } from '@/lib/ingest/bounded-cache'
import type { Outside } from './adapter'
import { isSnsAddress } from './sns-signature'

const patience = 5_000
const largest = 16_384
const certificates = new BoundedCache<string>(50)

/** The real calls to Amazon SNS. Certificates are kept: their address changes with their content. */
export const snsOutside: Outside = {
  certificate: async (url) => {
    const kept = certificates.get(url)
    if (kept !== undefined) return kept
    const pem = await textAt(url)
    certificates.set(url, pem)
    return pem
  },
}

/** Calls the address of a `SubscriptionConfirmation`, which makes the topic begin to send. Throws on any refusal. */
export async function confirmSubscription(url: string): Promise<void> {
  await textAt(url)
}

async function textAt(url: string): Promise<string> {
  if (!isSnsAddress(url)) throw new Error('not an address of Amazon SNS')
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(patience) })
  if (!response.ok) throw new Error(`Amazon SNS answered ${response.status}`)
  const text = await response.text()
  if (text.length > largest) throw new Error('Amazon SNS answered more than was asked')
  return text
}
