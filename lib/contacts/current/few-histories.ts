import type { Tagged } from '@/lib/engagement/sql/kill-run'
import { actionsByEvent } from '@/lib/scoring/contacts/action-rules'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { sentActions } from '@/lib/scoring/contacts/grammar/action-names'
import type { SeenAction } from '@/lib/scoring/contacts/machine-rules'
import type { SeenHistory } from '../contact-history'
import { type FewAction, fewActions } from './sql/few-actions'
import { mappedNames } from './versions-in-use'

/**
 * The histories of a few people under each of some documents, of one reading. What an action is about is told by the
 * stored keys: all that a score asks of an id is whether it is the same.
 *
 * @param persons resolved ids, decimal
 * @param hasMerges whether anybody was merged into one of them
 * @returns by document whoever has an action
 */
export async function fewHistories(
  workspace: string,
  documents: readonly ContactDocument[],
  { persons, hasMerges }: { persons: readonly string[]; hasMerges: boolean },
  tagged: Tagged,
): Promise<Map<string, SeenHistory>[]> {
  const asked = {
    workspace,
    foldPersons: persons.map(BigInt),
    mapped: mappedNames(documents.map((document) => ({ document }))),
  }
  const rows = await fewActions(hasMerges)(asked, tagged)
  return documents.map((document) => {
    const mapping = actionsByEvent(document)
    const histories = rows.map(({ person, since, actions }) => {
      const told = actions.flatMap((one) => toldBy(one, mapping))
      return [person, { actions: told, knownSince: since }] as const
    })
    return new Map(histories.filter(([, { actions }]) => actions.length > 0))
  })
}

const NONE = '0'

function toldBy(
  [id, at, kind, name, machine, message, list, url]: FewAction,
  mapping: ReturnType<typeof actionsByEvent>,
): SeenAction[] {
  const action = kind === 'track' ? mapping.get(name) : sentActions.find((one) => one === name)
  if (!action) return []
  return [
    {
      id,
      action,
      at,
      ...(machine && { machine }),
      ...(message !== NONE && { messageId: message }),
      ...(list !== NONE && { listId: list }),
      ...(url !== NONE && { url }),
    },
  ]
}
