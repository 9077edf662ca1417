import type { ContactAction } from './contact-history'

const DAY_MS = 86_400_000

/** A message that was left unread, dated when its days were over. */
export type UnreadMessage = {
  id: string
  action: 'unread'
  at: number
  messageId: string
  campaignId?: string
}

/** Whoever does one of these has read the message, whether its picture was loaded or not. */
const readings: readonly string[] = ['read', 'click', 'forward', 'reply']

/**
 * **Unread**: messages that were delivered and not read within d days.
 *
 *     at = first delivery + d · 86,400,000, where no reading < at, and at < asOf
 *
 * One per message, the first delivery counting. A reading is a read, click, forward or reply of the message, before the
 * delivery too, since clocks differ. A delivery without message id is never told unread, as nothing could show that it
 * was read. Its id, for the order, is that of the delivery followed by `:unread`.
 *
 * @param actions ordered; machine reads and clicks are gone already where the model leaves them out
 * @param afterDays d
 * @param asOf milliseconds since 1970 UTC
 *
 * Example: delivered on day 0 and 10, d 7, the second read on day 17, asOf day 20: unread is the first, at day 7, and
 * the second, at day 17, as it was read when its days were over. Read an instant earlier it is not unread.
 */
export function unreadMessages(
  actions: readonly ContactAction[],
  afterDays: number,
  asOf: number,
): readonly UnreadMessage[] {
  const firstReading = new Map<string, number>()
  for (const { action, at, messageId } of actions)
    if (messageId && readings.includes(action) && !firstReading.has(messageId))
      firstReading.set(messageId, at)

  const delivered = new Set<string>()
  return actions.flatMap(({ id, action, at: deliveredAt, messageId, campaignId }) => {
    if (action !== 'delivered' || !messageId || delivered.has(messageId)) return []
    delivered.add(messageId)
    const at = deliveredAt + afterDays * DAY_MS
    if (at >= asOf || (firstReading.get(messageId) ?? Infinity) < at) return []
    return [{ id: `${id}:unread`, action: 'unread' as const, at, messageId, campaignId }]
  })
}
