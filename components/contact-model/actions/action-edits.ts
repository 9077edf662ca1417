import type { WrittenContactDocument } from '@/lib/scoring/contacts/grammar/contact'
import {
  type ActionName,
  UNREAD_AFTER_DAYS,
  usualPoints,
  usualSeverities,
} from '@/lib/scoring/contacts/grammar/action-names'
import { withUsualFloor } from '../usual-floor'

export type Rule = WrittenContactDocument['actions'][number]

/** What can be changed of a rule; `amount` is the points of a positive, the severity of a negative. */
export type RulePatch = { counted?: boolean; amount?: number; afterDays?: number }

/** What adds, what divides, and what is kept without counting, in the order in which the editor lists them. */
export const positives = Object.keys(usualPoints) as (keyof typeof usualPoints)[]
export const negatives = [...Object.keys(usualSeverities), 'unsubscribe', 'unread'] as Exclude<
  ActionName,
  keyof typeof usualPoints | 'delivered'
>[]

/** What a negative without a usual severity starts with once it counts: that of a soft bounce. */
const FIRST_SEVERITY = usualSeverities.bounce_soft

/** How an action that the document does not list stands in it: not counted, at what it is usually worth. */
export function unlistedRule(action: ActionName): Rule {
  if (action in usualPoints) {
    const name = action as keyof typeof usualPoints
    return { action: name, counted: false, points: usualPoints[name], events: [] }
  }
  if (action in usualSeverities) {
    const name = action as keyof typeof usualSeverities
    return { action: name, counted: false, severity: usualSeverities[name], events: [] }
  }
  if (action === 'unread') return { action, counted: false, severity: null, afterDays: UNREAD_AFTER_DAYS }
  if (action === 'unsubscribe') return { action, counted: false, severity: null, events: [] }
  return { action: 'delivered', counted: false, events: [] }
}

/** The rule of an action, and its place in the document; null where it is not listed. */
export function ruleOf(
  { actions }: Pick<WrittenContactDocument, 'actions'>,
  action: ActionName,
): { rule: Rule; index: number | null } {
  const index = actions.findIndex((rule) => rule.action === action)
  const rule = actions[index]
  return rule ? { rule, index } : { rule: unlistedRule(action), index: null }
}

/** Points of a positive, severity of a negative; null where it has none. */
export function amountOf(rule: Rule): number | null {
  if ('points' in rule) return rule.points
  return 'severity' in rule ? rule.severity : null
}

function patched(rule: Rule, { counted = rule.counted, amount, afterDays }: RulePatch): Rule {
  if (rule.action === 'delivered') return rule
  if ('points' in rule) return { ...rule, counted, points: amount ?? rule.points }
  const severity = amount ?? rule.severity ?? (counted ? FIRST_SEVERITY : null)
  if (rule.action === 'unread') return { ...rule, counted, severity, afterDays: afterDays ?? rule.afterDays }
  return { ...rule, counted, severity } as Rule
}

function withRule(
  document: WrittenContactDocument,
  action: ActionName,
  update: (rule: Rule) => Rule,
): WrittenContactDocument {
  const { rule, index } = ruleOf(document, action)
  const next = update(rule)
  if (index === null) return { ...document, actions: [...document.actions, next] }
  return { ...document, actions: document.actions.map((one, place) => (place === index ? next : one)) }
}

/** One action counted or not, worth more or less; listed if it was not. The floor follows where it is the usual one. */
export function withAction(
  document: WrittenContactDocument,
  action: ActionName,
  patch: RulePatch,
): WrittenContactDocument {
  return withUsualFloor(
    document,
    withRule(document, action, (rule) => patched(rule, patch)),
  )
}

/** A track event that is, or is no longer, an action too. A name is one action, so it is taken from any other. */
export function withEvent(
  document: WrittenContactDocument,
  action: ActionName,
  event: string,
  chosen: boolean,
): WrittenContactDocument {
  const without = {
    ...document,
    actions: document.actions.map((rule) =>
      'events' in rule && rule.events.includes(event)
        ? { ...rule, events: rule.events.filter((one) => one !== event) }
        : rule,
    ),
  }
  if (!chosen) return without
  return withRule(without, action, (rule) =>
    'events' in rule ? { ...rule, events: [...rule.events, event] } : rule,
  )
}

/** The action that a track event is under the document; null for none. */
export function actionOfEvent(
  { actions }: Pick<WrittenContactDocument, 'actions'>,
  event: string,
): ActionName | null {
  return actions.find((rule) => 'events' in rule && rule.events.includes(event))?.action ?? null
}
