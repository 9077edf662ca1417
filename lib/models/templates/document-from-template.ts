import type { EngagementDocumentInput } from '@/lib/scoring/engagement/document'
import { EXPANSION, type Template, type TemplateBehavior } from './template'
import { propertyToSum } from './suggest-events'

/** The event of each behavior by its key, and of the `expansion`; null or absent where there is none. */
export type EventMapping = Readonly<Record<string, MappedEvent | null | undefined>>

/** An event, and the properties it has had. */
export type MappedEvent = { name: string; properties: readonly string[] }

export type MadeDocument = { ok: true; document: EngagementDocumentInput } | { ok: false; message: string }

/** Where a model of this template comes from; in the document's provenance of weights. */
const sourceOf = ({ name }: Template) =>
  `Template “${name}”: 1, 3 or 5 by what usually tells engaged people from others in this field. Not fitted to your data.`

function measureOf({ measure }: TemplateBehavior, { properties }: MappedEvent) {
  if (measure.type !== 'sum') return measure
  const property = propertyToSum(properties, measure.properties)
  return property === null ? ({ type: 'count' } as const) : ({ type: 'sum', property } as const)
}

/**
 * A model document from a template whose behaviors have events. Behaviors without one are left out, and so is the
 * expansion; a return that is meant by a behavior without event is any activity. What is summed is the first property
 * of the hints that the event has; without one its occurrences are counted.
 *
 * @param calibratedAt the day the weights are of, `YYYY-MM-DD`
 * @returns refused in words when no behavior has an event
 */
export function documentFromTemplate(
  template: Template,
  mapping: EventMapping,
  { name = template.name, calibratedAt }: { name?: string; calibratedAt?: string } = {},
): MadeDocument {
  const behaviors = template.behaviors.flatMap((behavior) => {
    const event = mapping[behavior.key]
    if (!event) return []
    const { key, cap, kernel, curve, weight, value } = behavior
    return {
      key,
      name: behavior.name,
      match: { events: [event.name] },
      measure: measureOf(behavior, event),
      ...(cap && { cap }),
      ...(kernel && { kernel }),
      ...(curve && { curve }),
      weight,
      value,
    }
  })
  if (behaviors.length === 0) {
    return { ok: false, message: 'Choose an event for at least one behavior: a model counts something.' }
  }
  const { retention, expansion } = template.outcomes
  const returned = retention.behavior === null ? null : mapping[retention.behavior]
  const expanded = mapping[EXPANSION]
  return {
    ok: true,
    document: {
      kind: 'engagement',
      name,
      window: template.window,
      population: template.population,
      behaviors,
      weighting: { mode: 'heuristic', source: sourceOf(template), ...(calibratedAt && { calibratedAt }) },
      tiers: tiersOf(template),
      outcomes: {
        retention: {
          ...(returned && { match: { events: [returned.name] } }),
          fromDay: retention.fromDay,
          toDay: retention.toDay,
        },
        ...(expanded && {
          expansion: { match: { events: [expanded.name] }, withinDays: expansion.withinDays },
        }),
      },
    },
  }
}

const tiersOf = ({ strategies: { atRisk, regular, power } }: Template) => [
  { key: 'at-risk', name: 'At-risk', from: 0, strategy: atRisk },
  { key: 'regular', name: 'Regular', from: 20, strategy: regular },
  { key: 'power', name: 'Power', from: 80, strategy: power },
]
