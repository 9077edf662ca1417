import { z } from 'zod'
import { checkedBy, daysField, eventField, type PartProblem } from '../../document/fields'
import { type PositiveAction, UNREAD_AFTER_DAYS, usualPoints, usualSeverities } from './action-names'

/** Far above any sensible one; keeps every sum and product of a score an ordinary finite number. */
const LARGEST = 1e9
const amountField = z.number().min(0).max(LARGEST)

const countedField = z.boolean().default(true)
/** Names of track events that are this action too. */
const eventsField = z.array(eventField).max(100).default([])

const positive = <Name extends PositiveAction>(action: Name) =>
  z.strictObject({
    action: z.literal(action),
    counted: countedField,
    points: amountField.default(usualPoints[action]),
    events: eventsField,
  })

const negative = <Name extends keyof typeof usualSeverities>(action: Name) =>
  z.strictObject({
    action: z.literal(action),
    counted: countedField,
    severity: amountField.default(usualSeverities[action]),
    events: eventsField,
  })

/** No severity is usual for it: who lets it count says how much. */
const severityOfOwn = amountField.nullable().default(null)

const actionGrammar = z.discriminatedUnion('action', [
  positive('subscribed'),
  z.strictObject({
    action: z.literal('delivered'),
    counted: z.literal(false, { error: 'must be false: a delivery is stored, never counted' }).default(false),
    events: eventsField,
  }),
  positive('read'),
  positive('click'),
  positive('forward'),
  positive('reply'),
  positive('profile_update'),
  positive('invite'),
  negative('bounce_hard'),
  negative('bounce_soft'),
  negative('complaint'),
  z.strictObject({
    action: z.literal('unsubscribe'),
    counted: countedField,
    severity: severityOfOwn,
    events: eventsField,
  }),
  z.strictObject({
    action: z.literal('unread'),
    counted: countedField,
    severity: severityOfOwn,
    afterDays: daysField.default(UNREAD_AFTER_DAYS),
  }),
])

type Rule = z.output<typeof actionGrammar>

function repeatedActions(rules: readonly Rule[]): PartProblem[] {
  return rules.flatMap(({ action }, index) => {
    const first = rules.findIndex((rule) => rule.action === action)
    return first === index
      ? []
      : [{ path: [index, 'action'], message: `repeats the action of entry ${first}; list each once` }]
  })
}

function missingSeverities(rules: readonly Rule[]): PartProblem[] {
  return rules.flatMap((rule, index) =>
    rule.counted && 'severity' in rule && rule.severity === null
      ? [{ path: [index, 'severity'], message: `is required: "${rule.action}" has no usual one (or set counted to false)` }] // prettier-ignore
      : [],
  )
}

/** One name is one action, else an event would count twice. */
function repeatedEvents(rules: readonly Rule[]): PartProblem[] {
  const taken = new Map<string, number>()
  return rules.flatMap((rule, index) =>
    ('events' in rule ? rule.events : []).flatMap((event, at) => {
      const first = taken.get(event)
      if (first === undefined) taken.set(event, index)
      return first === undefined
        ? []
        : [{ path: [index, 'events', at], message: `is an event of entry ${first} already` }]
    }),
  )
}

/** What each action is worth; each at most once. */
export const actionsGrammar = z
  .array(actionGrammar)
  .superRefine(checkedBy(repeatedActions))
  .superRefine(checkedBy(missingSeverities))
  .superRefine(checkedBy(repeatedEvents))
  .prefault(() => [...Object.keys(usualPoints), ...Object.keys(usualSeverities)].map(usually))

const usually = (action: string) => ({ action: action as PositiveAction | keyof typeof usualSeverities })
