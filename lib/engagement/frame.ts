import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { Frame } from '@/lib/scoring/engagement/frame'
import { daysAway } from './local-day'

/** The instants a model is scored with at `asOf`: its days back are calendar days of the workspace's zone. */
export function frameAt(
  { window, population }: Pick<EngagementDocument, 'window' | 'population'>,
  asOf: Date,
  timeZone: string,
): Frame {
  return {
    asOf: asOf.getTime(),
    windowFrom: daysAway(asOf, -window.days, timeZone).getTime(),
    activeFrom: daysAway(asOf, -population.activeWithinDays, timeZone).getTime(),
  }
}
