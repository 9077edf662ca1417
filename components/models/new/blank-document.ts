import { keyFrom } from '@/components/model/behaviors/entries'
import type { EngagementDocumentInput } from '@/lib/scoring/engagement/document'

/** As many as the grammar takes. */
export const MOST_EVENTS = 50

/** A model that counts some events, each alike: days with it, middle weight. What it should be is for its maker to say. */
export function blankDocument(
  name: string,
  events: readonly string[],
  calibratedAt: string,
): EngagementDocumentInput {
  const keys: string[] = []
  for (const event of events) keys.push(keyFrom(event, keys))
  return {
    kind: 'engagement',
    name: name.trim() || 'New model',
    behaviors: events.map((event, place) => ({
      key: keys[place] ?? `behavior-${place}`,
      name: event.trim().slice(0, 200) || event,
      match: { events: [event] },
      measure: { type: 'days' },
      weight: 3,
    })),
    weighting: {
      mode: 'heuristic',
      calibratedAt,
      source: 'Begun blank: every behavior weighs the same so far.',
    },
  }
}
