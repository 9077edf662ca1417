import { z } from 'zod'
import { conditionGrammar, joinGrammar } from './condition'
import { checkedBy, eventField, type PartProblem } from '../../document/fields'

const eventMatcher = z.strictObject({
  event: eventField,
  where: z.array(conditionGrammar).max(20).default([]),
  join: joinGrammar.default('all'),
})

const written = z.strictObject({
  any: z.array(eventMatcher).min(1).max(100).optional(),
  events: z.array(eventField).min(1).max(100).optional(),
})

function eitherForm({ any, events }: z.output<typeof written>): PartProblem[] {
  if (any && events) return [{ path: ['events'], message: 'cannot stand beside `any`; give one of the two' }]
  if (!any && !events) return [{ path: ['any'], message: 'is required (or `events`, a list of names)' }]
  return []
}

/** Which events count: `any` of several matchers, or `events`, short for names without conditions. */
export const matchGrammar = written.superRefine(checkedBy(eitherForm)).transform(({ any, events = [] }) => ({
  any: any ?? events.map((event) => ({ event, where: [], join: 'all' as const })),
}))

/** The matcher of any activity whatever, where a document leaves one out. */
export const anyActivity = () => ({ any: [{ event: '*', where: [], join: 'all' as const }] })
