import { type Worth, unreadAfterDays, worthOf } from './action-rules'
import type { ContactAction, ContactHistory } from './contact-history'
import type { ContactDocument } from './document'
import type { ActionName } from './grammar/action-names'
import type { NotCounted, NotCountedReason } from './not-counted'
import { type Chosen, oneOfEachAction, oneOfEachMessage } from './one-of-each'
import { inOrder, orderedActions } from './ordered-actions'
import { unreadMessages } from './unread'

/** An action that takes a position, and what it is worth when it is new. */
export type CountedAction = Worth & {
  id: string
  action: ActionName
  at: number
  messageId?: string
  listId?: string
  campaignId?: string
  /** A subscription that nobody sent. */
  implied: boolean
}

type Candidate = Omit<CountedAction, keyof Worth>

/** The id of a subscription that nobody sent. */
export const IMPLIED = 'implied'

const isMachine = ({ action, machine }: ContactAction) =>
  machine === true && (action === 'read' || action === 'click')

/**
 * The one subscription: the first that was sent, else one immediately before the earliest that the contact was heard of.
 */
function subscriptionOf(ordered: readonly ContactAction[], knownSince: number, asOf: number): Candidate {
  const sent = ordered.find(({ action }) => action === 'subscribed')
  if (sent) return { ...sent, implied: false }
  const at = Math.min(ordered[0]?.at ?? Infinity, knownSince, asOf)
  return { id: IMPLIED, action: 'subscribed', at, implied: true }
}

/** An implied subscription comes before whatever else is of its instant. */
const subscribedFirst = (a: Candidate, b: Candidate) =>
  a.at - b.at || Number(b.implied) - Number(a.implied) || inOrder(a, b)

/**
 * **What counts** of a history, oldest first by (at, id), and what does not, with its reason (`scoring.md` §3.1), in
 * this order: machine reads and clicks are taken out; messages left unread are found; the model's uncounted actions are
 * taken out; the subscription is the first one or implied; one of each is kept; under `dedupe: message` one per message.
 *
 * @param history nothing at `asOf` or later, but for what is simulated
 * @param asOf milliseconds since 1970 UTC: only asked whether a message was left unread
 *
 * Example: delivered, read by a machine, read, read again, all of message m: an implied subscription and the last read;
 * not counted are the delivery, the machine's read and the first read.
 */
export function countedActions(
  { actions, knownSince = Infinity }: ContactHistory,
  model: ContactDocument,
  asOf: number,
): { counted: readonly CountedAction[]; notCounted: readonly NotCounted[] } {
  const notCounted: NotCounted[] = []
  const leaveOut = ({ id, action, at }: Pick<Candidate, 'id' | 'action' | 'at'>, why: NotCountedReason) => {
    notCounted.push({ id, action, at, why })
    return false
  }

  const ordered = orderedActions(actions)
  const human = ordered.filter((one) =>
    model.machine === 'exclude' && isMachine(one)
      ? leaveOut(one, { type: 'machine', because: one.machineReason || null })
      : true,
  )
  const afterDays = unreadAfterDays(model)
  const unread = afterDays === null ? [] : unreadMessages(human, afterDays, asOf)

  const candidates: Candidate[] = [...human, ...unread].map((one) => ({ ...one, implied: false }))
  const subscription = subscriptionOf(ordered, knownSince, asOf)
  const positioned = candidates.sort(inOrder).filter((one) => {
    if (one.action === 'delivered') return leaveOut(one, { type: 'never' })
    if (!worthOf(model, one.action)) return leaveOut(one, { type: 'by-model' })
    if (one.action !== 'subscribed') return true
    return one.id === subscription.id ? false : leaveOut(one, { type: 'subscribed-before' })
  })

  const chosen = chosenOf(positioned, model.dedupe)
  const subscribed = worthOf(model, 'subscribed') ? [subscription] : []
  const counted = [...subscribed, ...chosen.kept].sort(subscribedFirst)
  return {
    counted: counted.map((one) => ({ ...one, ...(worthOf(model, one.action) ?? NOTHING) })),
    notCounted: [...notCounted, ...chosen.dropped].sort(inOrder),
  }
}

const NOTHING: Worth = { points: null, severity: null }

function chosenOf(positioned: readonly Candidate[], dedupe: ContactDocument['dedupe']): Chosen<Candidate> {
  const actions = oneOfEachAction(positioned)
  if (dedupe === 'message-action') return actions
  const messages = oneOfEachMessage(actions.kept)
  return { kept: messages.kept, dropped: [...actions.dropped, ...messages.dropped] }
}
