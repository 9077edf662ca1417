import type { ContactDocument } from './document'
import type { ActionName, SentAction } from './grammar/action-names'

/** What one action is worth: points of a positive, severity of a negative, the other null. */
export type Worth = { points: number | null; severity: number | null }

/**
 * **What counts**: the points or severity of an action, null where it takes no position.
 *
 * Example: read of 2 points listed, click listed with `counted` false, reply not listed: 2 points; null; null.
 */
export function worthOf({ actions }: Pick<ContactDocument, 'actions'>, action: ActionName): Worth | null {
  const rule = actions.find((one) => one.action === action)
  if (!rule?.counted) return null
  if ('points' in rule) return { points: rule.points, severity: null }
  return { points: null, severity: rule.severity ?? 0 }
}

/** Days after which a message is told unread; null where that does not count. */
export function unreadAfterDays({ actions }: Pick<ContactDocument, 'actions'>): number | null {
  const rule = actions.find((one) => one.action === 'unread')
  return rule?.action === 'unread' && rule.counted ? rule.afterDays : null
}

/** The action that a track event is under this model, by the event's name. */
export function actionsByEvent({
  actions,
}: Pick<ContactDocument, 'actions'>): ReadonlyMap<string, SentAction> {
  return new Map(
    actions.flatMap((rule) =>
      rule.action === 'unread' ? [] : rule.events.map((event) => [event, rule.action] as const),
    ),
  )
}
