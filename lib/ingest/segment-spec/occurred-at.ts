import { parseInstant } from './parse-instant'

/** Clocks closer than this are taken to be right. */
const tolerance = 60_000
const furthestAhead = 24 * 3_600_000

/** What the warehouse can hold (`DateTime64`). */
const earliest = Date.UTC(1900, 0, 1)

type Times = { timestamp?: unknown; originalTimestamp?: unknown; sentAt?: unknown }
type Outcome = { at: Date } | { code: 'bad_timestamp' | 'in_future'; message: string }

/**
 * When an event happened (`ingest.md` §1): `timestamp`, else `originalTimestamp`, else the time of receipt. A sender
 * whose clock is off by more than 60 s, told by `sentAt`, is corrected: received − (sentAt − timestamp).
 *
 * Example: received 12:00, sentAt 15:00, timestamp 14:59 → 11:59.
 */
export function occurredAt({ timestamp, originalTimestamp, sentAt }: Times, receivedAt: Date): Outcome {
  const field = isAbsent(timestamp) ? 'originalTimestamp' : 'timestamp'
  const given = isAbsent(timestamp) ? originalTimestamp : timestamp
  if (isAbsent(given)) return { at: receivedAt }
  const stated = parseInstant(given)
  if (stated === null)
    return { code: 'bad_timestamp', message: `"${field}" is not an ISO 8601 time or an epoch.` }

  const received = receivedAt.getTime()
  const sent = isAbsent(sentAt) ? null : parseInstant(sentAt)
  const isClockOff = sent !== null && Math.abs(received - sent) > tolerance
  const occurred = isClockOff ? received - (sent - stated) : stated
  if (occurred > received + furthestAhead)
    return { code: 'in_future', message: `"${field}" is more than 24 hours in the future.` }
  if (!(occurred >= earliest))
    return { code: 'bad_timestamp', message: `"${field}" is before the year 1900.` }
  return { at: new Date(occurred) }
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === ''
