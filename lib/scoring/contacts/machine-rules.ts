import type { ContactAction } from './contact-history'
import type { ActionName } from './grammar/action-names'
import { machineAgent } from './machine-agents'

/** An action with what shows whether a human did it. */
export type SeenAction = ContactAction & { url?: string; userAgent?: string }

/** A click under this much after its message was delivered is a scanner's. */
const SOON_MS = 2000

/** So many different links within this long, its ends included, are a scanner's. */
const MANY_LINKS = 3
const BURST_MS = 2000

/**
 * **Machine activity** (`ingest.md` §3): reads and clicks that no human made, marked with the reason. What is marked
 * already stays as it is. In this order:
 *
 * 1. the user agent is that of an image proxy, a scanner or a script;
 * 2. a click comes under 2 s after the first delivery of its message, never before it;
 * 3. a click is one of at least 3 distinct links that the contact clicked within 2 s, of whatever messages.
 *
 * @param actions of one contact, in any order: the marks are a function of the set of them
 *
 * Example: delivered at 0 s, clicked at 1.9 s: machine; at 2 s: not. Links a, b, c at 10, 11 and 12 s: machine, all.
 */
export function markMachines<Action extends SeenAction>(actions: readonly Action[]): readonly Action[] {
  const delivered = firstDeliveries(actions)
  const bursts = burstsOf(actions)
  return actions.map((action) => {
    if (action.machine || (action.action !== 'read' && action.action !== 'click')) return action
    const because = reasonOf(action, delivered, bursts)
    return because === null ? action : { ...action, machine: true, machineReason: because }
  })
}

/**
 * Rule 1: why the user agent of an action shows a machine; null for a human's, and for what no human does either.
 *
 * Example: read, "curl/8.5": opened by a script.
 */
export function agentReason(action: ActionName, userAgent: string | null | undefined): string | null {
  if (action !== 'read' && action !== 'click') return null
  const agent = userAgent ? machineAgent(userAgent) : null
  return agent && `${action === 'read' ? 'opened' : 'clicked'} by ${agent}`
}

function reasonOf(
  { id, action, at, messageId, userAgent }: SeenAction,
  delivered: ReadonlyMap<string, number>,
  bursts: ReadonlySet<string>,
): string | null {
  const agent = agentReason(action, userAgent)
  if (agent) return agent
  if (action !== 'click') return null
  const since = at - ((messageId ? delivered.get(messageId) : undefined) ?? Infinity)
  if (since >= 0 && since < SOON_MS) return `clicked ${Math.floor(since / 100) / 10} s after delivery`
  return bursts.has(id) ? `one of ${MANY_LINKS} or more links clicked within 2 s` : null
}

function firstDeliveries(actions: readonly SeenAction[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>()
  for (const { action, at, messageId } of actions)
    if (action === 'delivered' && messageId)
      first.set(messageId, Math.min(at, first.get(messageId) ?? Infinity))
  return first
}

/** The ids of clicks that belong to a burst. */
function burstsOf(actions: readonly SeenAction[]): ReadonlySet<string> {
  const clicks = actions
    .filter(({ action, url }) => action === 'click' && url)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const ids = new Set<string>()
  let from = 0
  clicks.forEach((click, to) => {
    while (click.at - (clicks[from]?.at ?? 0) > BURST_MS) from += 1
    const burst = clicks.slice(from, to + 1)
    if (new Set(burst.map(({ url }) => url)).size >= MANY_LINKS) for (const { id } of burst) ids.add(id)
  })
  return ids
}
