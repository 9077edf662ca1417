import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { ContactDocument } from '@/lib/scoring/contacts/document'
import { actionsByEvent } from '@/lib/scoring/contacts/action-rules'
import type { ContactHistory } from '@/lib/scoring/contacts/contact-history'
import type { SentAction } from '@/lib/scoring/contacts/grammar/action-names'
import { sentActions } from '@/lib/scoring/contacts/grammar/action-names'
import type { SeenAction } from '@/lib/scoring/contacts/machine-rules'
import { AS_OF, DAY, HOUR, anyContactModel } from '@/lib/scoring/contacts/testing'
import { actionIds } from '@/lib/ingest/action-ids'
import { loadHash64 } from '@/lib/ingest/hash64'
import { storeMerges } from '@/lib/engagement/testing'
import { insertRows } from '@/lib/warehouse/insert-rows'

/** Instants half a second apart around few hours of half a year, so that actions meet, and some later than AS_OF. */
const anyInstant = fc
  .record({
    hours: fc.integer({ min: -30, max: 4000 }),
    grain: fc.constantFrom(1, 24, 500),
    steps: fc.nat(9),
  })
  .map(({ hours, grain, steps }) => AS_OF - Math.floor(hours / grain) * grain * HOUR + steps * 500 - 1000)

/** What the model of a case takes for an action by its name. */
const MAPPED: readonly (readonly [event: string, action: SentAction])[] = [
  ['Email Opened', 'read'],
  ['Email "Clicked"\\', 'click'],
  ['Mail delivered', 'delivered'],
]

const anyStored = fc.record({
  at: anyInstant,
  what: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...sentActions).map((name) => ({ kind: 'action', name })) },
    {
      weight: 6,
      arbitrary: fc
        .constantFrom<SentAction>('read', 'click', 'delivered', 'delivered')
        .map((name) => ({ kind: 'action', name })),
    },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom(...MAPPED, ['Login', null] as const)
        .map(([name]) => ({ kind: 'track', name })),
    },
    { weight: 1, arbitrary: fc.constantFrom('identify', 'page').map((kind) => ({ kind, name: kind })) },
  ),
  properties: fc.record(
    {
      messageId: fc.constantFrom<string | number>('m1', 'm2', 'm3', '', 4),
      message_id: fc.constantFrom('m1', 'm5'),
      listId: fc.constantFrom('l1', 'l2', ''),
      url: fc.constantFrom('a', 'b', 'c', 'd', ''),
    },
    { requiredKeys: [] },
  ),
  machine: fc.constantFrom(false, false, true),
  /** Which of the contact's identities it came with. */
  identity: fc.nat(2),
})

export type StoredAction = typeof anyStored extends fc.Arbitrary<infer One> ? One : never

/** Clicks on several links one right after the other, as a scanner makes them, or a quick human. */
const anyScan = fc
  .record({
    at: anyInstant,
    urls: fc.array(fc.constantFrom('a' as const, 'b' as const, 'c' as const, 'd' as const), {
      minLength: 3,
      maxLength: 5,
    }),
    gap: fc.constantFrom(0, 500, 1000, 1001),
  })
  .map(({ at, urls, gap }) =>
    urls.map((url, n): StoredAction => ({
      at: at + n * gap,
      what: { kind: 'action', name: 'click' },
      properties: { messageId: 'm1', url },
      machine: false,
      identity: 0,
    })),
  )

const anyContact = fc
  .tuple(fc.array(anyStored, { maxLength: 40, size: 'max' }), fc.option(anyScan, { freq: 4 }))
  .map(([stored, scan]) => [...(scan ?? []), ...stored].slice(0, 41))

const anyMapping = fc.subarray([...MAPPED])

/** The model with what it takes for actions by name. */
function mapped(model: ContactDocument, mapping: typeof MAPPED): ContactDocument {
  const eventsOf = (action: string) => mapping.flatMap(([event, of]) => (of === action ? [event] : []))
  const missing = mapping
    .map(([, action]) => action)
    .filter((action) => !model.actions.some((rule) => rule.action === action))
  const actions = [
    ...model.actions,
    ...missing.map(
      (action) => ({ action, counted: false, events: [] }) as unknown as ContactDocument['actions'][number],
    ),
  ]
  return {
    ...model,
    actions: actions.map((rule) =>
      rule.action === 'unread' ? rule : { ...rule, events: eventsOf(rule.action) },
    ),
  }
}

/** A model, and contacts of one to three identities that are merged or not. */
export const anyContactCase = fc.record({
  model: fc.tuple(anyContactModel, anyMapping).map(([model, mapping]) => mapped(model, mapping)),
  merged: fc.boolean(),
  contacts: fc.array(anyContact, { minLength: 4, maxLength: 12 }),
})
export type ContactCase = typeof anyContactCase extends fc.Arbitrary<infer One> ? One : never

export type PreparedContacts = Awaited<ReturnType<typeof prepareContacts>>

/** A case as rows of the warehouse, and its histories by person as the pure core takes them. */
export async function prepareContacts({ model, merged, contacts }: ContactCase) {
  const hash = await loadHash64()
  const workspace = randomUUID()
  const mapping = actionsByEvent(model)
  const keyOf = (id: string | undefined) => (id === undefined ? '0' : String(hash(id)))
  const rows: object[] = []
  const merges: { workspace: string; from: string; to: string }[] = []
  const histories = new Map<string, { actions: SeenAction[]; knownSince: number }>()

  contacts.forEach((stored, c) => {
    const identityOf = (i: number) => `email:c${c}-${i}@example.org`
    if (merged) for (const i of [1, 2]) merges.push({ workspace, from: identityOf(i), to: identityOf(0) })
    stored.forEach(({ at, what, properties, machine, identity }, n) => {
      const ids = actionIds(properties)
      // Ids in an order that is not the one of the instants.
      const id = `e${stored.length > 41 ? n : (n * 17) % 41}-${c}`
      rows.push({
        workspace_id: workspace,
        person_id: String(hash(identityOf(identity))),
        occurred_at: new Date(at).toISOString(),
        event_id: id,
        ...what,
        properties: JSON.stringify(properties),
        machine,
        message_key: keyOf(ids.messageId),
        list_key: keyOf(ids.listId),
        url_key: keyOf(ids.url),
        source_id: workspace,
        source_kind: 'webhook',
        received_at: new Date(AS_OF).toISOString(),
      })
      const person = String(hash(identityOf(merged ? 0 : identity)))
      const history = histories.get(person) ?? { actions: [], knownSince: Infinity }
      histories.set(person, history)
      history.knownSince = Math.min(history.knownSince, at)
      const action =
        what.kind === 'action'
          ? (what.name as SentAction)
          : what.kind === 'track'
            ? mapping.get(what.name)
            : undefined
      if (action) history.actions.push({ id, action, at, machine, ...ids })
    })
  })
  return {
    model,
    workspace,
    rows,
    merges,
    histories: histories as ReadonlyMap<string, ContactHistory & { actions: readonly SeenAction[] }>,
    hasMerges: merged,
  }
}

/** Puts cases into the warehouse: half a year of actions in two inserts, so in over ten parts. */
export async function storeContacts(cases: readonly PreparedContacts[]): Promise<void> {
  const rows = cases.flatMap((one) => one.rows)
  for (const part of [0, 1])
    await insertRows(
      'events',
      rows.filter((_, index) => index % 2 === part),
    )
  await storeMerges(cases.flatMap(({ merges }) => merges))
}

export { AS_OF, DAY }
