import type { Tagged } from '@/lib/engagement/sql/kill-run'
import { actionsByEvent } from '@/lib/scoring/contacts/action-rules'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { sentActions } from '@/lib/scoring/contacts/grammar/action-names'
import type { SeenAction } from '@/lib/scoring/contacts/machine-rules'
import type { SeenHistory } from '../contact-history'
import { type FewAction, aboutFew } from './sql/few-actions'
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
  const { actions, since } = aboutFew(hasMerges)
  const [rows, known] = await Promise.all([actions(asked, tagged), since(asked, tagged)])
  const knownSince = new Map(known.map((one) => [one.person, one.since]))
  return documents.map((document) => {
    const mapping = actionsByEvent(document)
    const histories = new Map<string, { actions: SeenAction[]; knownSince?: number }>()
    for (const row of rows) {
      const action =
        row.kind === 'track' ? mapping.get(row.name) : sentActions.find((one) => one === row.name)
      if (!action) continue
      const history = histories.get(row.person) ?? { actions: [], knownSince: knownSince.get(row.person) }
      histories.set(row.person, history)
      history.actions.push({ action, ...told(row) })
    }
    return histories
  })
}

const NONE = '0'

const told = ({ id, at, machine, message, list, url }: FewAction) => ({
  id,
  at,
  ...(machine && { machine }),
  ...(message !== NONE && { messageId: message }),
  ...(list !== NONE && { listId: list }),
  ...(url !== NONE && { url }),
})
