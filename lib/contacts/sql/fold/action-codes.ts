import { actionsByEvent } from '@/lib/scoring/contacts/action-rules'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { type ActionName, sentActions } from '@/lib/scoring/contacts/grammar/action-names'

/** Actions by number, as the SQL has them. */
export const actionNames: readonly ActionName[] = [...sentActions, 'unread']
export const codeOf = (action: ActionName) => actionNames.indexOf(action)

/** No action, or one that is out: it keeps its row and takes no position. */
export const OUT = actionNames.length
/** An event that is no action under this document. */
export const NO_ACTION = 15

/** Whether a code is of a set of actions, which may be empty: their bits in a number are quicker than `IN`. */
export const isOneOf = (code: string, actions: readonly ActionName[]) =>
  `bitTest(toUInt16(${actions.reduce((bits, action) => bits + 2 ** codeOf(action), 0)}), ${code})`

/** SQL for the number of the action that an event is under a document, `NO_ACTION` for none. */
export function actionCode(document: Pick<ContactDocument, 'actions'>): {
  sql: string
  params: Record<string, unknown>
} {
  const mapped = [...actionsByEvent(document)]
  const track = `kind = 'track', transform(name, {foldEvents:Array(String)}, {foldEventCodes:Array(UInt8)}, toUInt8(${NO_ACTION})),`
  return {
    sql: `multiIf(
      kind = 'action', transform(name, {foldActions:Array(String)}, {foldActionCodes:Array(UInt8)}, toUInt8(${NO_ACTION})),
      ${mapped.length > 0 ? track : ''}
      toUInt8(${NO_ACTION}))`,
    params: {
      foldActions: [...sentActions],
      foldActionCodes: sentActions.map(codeOf),
      ...(mapped.length > 0 && {
        foldEvents: mapped.map(([event]) => event),
        foldEventCodes: mapped.map(([, action]) => codeOf(action)),
      }),
    },
  }
}
