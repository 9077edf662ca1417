import { z } from 'zod'
import { checkedBy, nameField, type PartProblem } from '../../document/fields'
import { USUAL_FLOOR, usualPoints } from './action-names'
import { actionsGrammar } from './actions'

const clockGrammar = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('position') }),
  z.strictObject({ type: z.literal('time'), unit: z.enum(['hour', 'day', 'week']).default('day') }),
])

function rising(cuts: readonly number[]): PartProblem[] {
  return cuts.flatMap((cut, index) => {
    const before = cuts[index - 1]
    return before === undefined || cut > before
      ? []
      : [{ path: [index], message: `must be greater than ${before}, the cut before` }]
  })
}

/** Where 2★, 3★, 4★ and 5★ begin. */
const starsGrammar = z.array(z.number().min(0)).length(4).superRefine(checkedBy(rising))

const parts = z.strictObject({
  kind: z.literal('contact', { error: 'must be "engagement" or "contact"' }),
  name: nameField,
  gravity: z.number().min(0).default(1),
  clock: clockGrammar.default({ type: 'position' }),
  order: z.enum(['running', 'final']).default('running'),
  dedupe: z.enum(['message-action', 'message']).default('message-action'),
  actions: actionsGrammar,
  floor: z.number().min(0).max(1e9).nullable().optional(),
  machine: z.enum(['exclude', 'include']).default('exclude'),
  stars: starsGrammar.default([2, 3, 5, 9]),
})

type Written = z.output<typeof parts>

/** A subscription counts unless the document says it does not. */
function withSubscription(actions: Written['actions']): Written['actions'] {
  if (actions.some(({ action }) => action === 'subscribed')) return actions
  return [{ action: 'subscribed', counted: true, points: usualPoints.subscribed, events: [] }, ...actions]
}

/** Where a score falls of itself, by time or by mail that is ignored, it needs a floor. */
function floorOf({ floor, clock, actions }: Written): number | null {
  if (floor !== undefined) return floor
  const falls = clock.type === 'time' || actions.some(({ action, counted }) => action === 'unread' && counted)
  return falls ? USUAL_FLOOR : null
}

/**
 * The whole grammar of a contact model.
 * Its output has every default filled in and is itself a valid input that gives the same output.
 */
export const contactGrammar = parts.transform((written) => ({
  ...written,
  actions: withSubscription(written.actions),
  floor: floorOf(written),
}))

/** A contact model of valid shape, all defaults filled. */
export type WrittenContactDocument = z.output<typeof contactGrammar>
