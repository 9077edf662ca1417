import { actionsByEvent } from '@/lib/scoring/contacts/action-rules'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { type SentAction, sentActions } from '@/lib/scoring/contacts/grammar/action-names'

/** Names of track events with the action that each is. */
export type Mapping = ReadonlyMap<string, SentAction>

export const mappingOf = (document: Pick<ContactDocument, 'actions'>): Mapping => actionsByEvent(document)

/** No action under a mapping. */
export const NO_ACTION = 255

/**
 * SQL for the number of the action that an event is, `NO_ACTION` for none, and its parameters, whose names begin with
 * `name`.
 */
export function actionCode(mapping: Mapping, name: string): { sql: string; params: Record<string, unknown> } {
  const mapped = [...mapping]
  return {
    sql: `multiIf(
      kind = 'action', transform(toString(name), {sentActions:Array(String)}, {sentCodes:Array(UInt8)}, ${NO_ACTION}),
      kind = 'track', transform(toString(name), {${name}Events:Array(String)}, {${name}Codes:Array(UInt8)}, ${NO_ACTION}),
      ${NO_ACTION})::UInt8`,
    params: {
      sentActions: [...sentActions],
      sentCodes: sentActions.map((_, code) => code),
      // transform wants at least one pair; no event has an empty name.
      [`${name}Events`]: mapped.length > 0 ? mapped.map(([event]) => event) : [''],
      [`${name}Codes`]:
        mapped.length > 0 ? mapped.map(([, action]) => sentActions.indexOf(action)) : [NO_ACTION],
    },
  }
}

/** SQL for: an event that may be an action under one of the mappings. */
export const isAction = (mappings: readonly Mapping[]) => ({
  sql: `(kind = 'action' OR (kind = 'track' AND name IN {mappedEvents:Array(String)}))`,
  params: { mappedEvents: [...new Set(mappings.flatMap((mapping) => [...mapping.keys()]))] },
})
