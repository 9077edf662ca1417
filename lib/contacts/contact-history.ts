import { actionIds } from '@/lib/ingest/action-ids'
import { actionsByEvent } from '@/lib/scoring/contacts/action-rules'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { type SentAction, sentActions } from '@/lib/scoring/contacts/grammar/action-names'
import { agentReason, type SeenAction } from '@/lib/scoring/contacts/machine-rules'
import { resolvedPeople } from './current/sql/resolved-people'
import { aboutContacts } from './sql/fold/contact-actions'

/** A contact's history with what shows whether humans made it. Machine activity by rule is not marked in it yet. */
export type SeenHistory = { actions: readonly SeenAction[]; knownSince?: number }

type Row = Awaited<ReturnType<ReturnType<typeof aboutContacts>['actions']>>[number]

/** Persons of one question: their ids stand in its address. */
const AT_ONCE = 2000

/**
 * The stored actions of people, as the pure core takes them: events that are actions, and track events that the document
 * says are. Of their ids those count that the population's SQL knows as well. The user agent is left out, as rule 1 of
 * the machine rules was decided by whoever stored the event: a list of agents that grows changes no score.
 *
 * @param persons resolved ids, decimal
 * @returns whoever has an action at all
 */
export async function readHistories(
  workspaceId: string,
  document: Pick<ContactDocument, 'actions'>,
  persons: readonly string[],
): Promise<Map<string, SeenHistory>> {
  const mapping = actionsByEvent(document)
  const histories = new Map<string, { actions: SeenAction[]; knownSince?: number }>()
  for (let from = 0; from < persons.length; from += AT_ONCE) {
    const some = persons.slice(from, from + AT_ONCE)
    const asked = { workspace: workspaceId, foldPersons: some.map(BigInt) }
    const tagged = { lane: 'pages', tag: 'histories' } as const
    const { hasMerges } = await resolvedPeople(workspaceId, some, tagged)
    const { actions, since } = aboutContacts(hasMerges)
    const [rows, known] = await Promise.all([
      actions({ ...asked, mapped: [...mapping.keys()] }, tagged),
      since(asked, tagged),
    ])
    for (const row of rows) {
      const action =
        row.kind === 'track' ? mapping.get(row.name) : sentActions.find((one) => one === row.name)
      if (!action) continue
      const history = histories.get(row.person) ?? { actions: [] }
      histories.set(row.person, history)
      history.actions.push(seenAction(row, action))
    }
    for (const { person, since } of known) {
      const history = histories.get(person)
      if (history) history.knownSince = since
    }
  }
  return histories
}

function seenAction(row: Row, action: SentAction): SeenAction {
  const properties = JSON.parse(row.properties || '{}') as Record<string, unknown>
  const { messageId, listId, url } = actionIds(properties)
  const campaignId = textOf(properties.campaignId) ?? textOf(properties.campaign_id)
  const because = row.machine ? whyMachine(properties, action) : undefined
  return {
    id: row.id,
    action,
    at: row.at,
    ...(messageId !== undefined && row.ofMessage && { messageId }),
    ...(listId !== undefined && row.toList && { listId }),
    ...(url !== undefined && row.hasLink && { url }),
    ...(campaignId !== undefined && { campaignId }),
    ...(row.machine && { machine: true }),
    ...(because !== undefined && { machineReason: because }),
  }
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

function whyMachine(properties: Record<string, unknown>, action: SentAction): string | undefined {
  return textOf(properties.machineReason) ?? agentReason(action, textOf(properties.userAgent)) ?? undefined
}
