import { formatDay } from '@/lib/format/instant'
import { formatNumber, formatPlain } from '@/lib/format/number'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import type { RatedContact } from './rated-contact'

/**
 * What the path is of: "gravity 1, age by position, order running; 4 Nov 2025 to 6 Jan 2026; dashed lines are the star
 * cuts 2, 3, 5, 9".
 */
export function pathCaption(
  { path, tried }: Pick<RatedContact, 'path' | 'tried'>,
  { gravity, clock, order, floor, stars }: ContactDocument,
  zone: string,
): string {
  const stored = path.filter((step) => !step.tried)
  const [first, last] = [stored[0], stored.at(-1)]
  const days =
    first && last
      ? formatDay(first.at, zone) === formatDay(last.at, zone)
        ? formatDay(last.at, zone)
        : `${formatDay(first.at, zone)} to ${formatDay(last.at, zone)}`
      : null
  const hidden = tried.counted.length - path.length
  return [
    [
      `gravity ${formatPlain(gravity, 4)}`,
      clock.type === 'position' ? 'age by position' : `age by ${clock.unit}`,
      `order ${order}`,
      floor !== null && `floor ${formatPlain(floor)}`,
    ]
      .filter(Boolean)
      .join(', '),
    hidden > 0 ? `the newest of ${formatNumber(tried.counted.length)} actions` : days,
    `dashed lines are the star cuts ${stars.map((cut) => formatPlain(cut)).join(', ')}`,
    path.length > stored.length && 'open marks are tried',
  ]
    .filter(Boolean)
    .join('; ')
}
