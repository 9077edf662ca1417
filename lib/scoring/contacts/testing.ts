import fc from 'fast-check'
import type { ContactAction, ContactHistory } from './contact-history'
import { type ContactDocument, type ContactDocumentInput, parseContactDocument } from './document'
import { type SentAction, usualPoints } from './grammar/action-names'

export const DAY = 86_400_000
export const HOUR = 3_600_000
export const AS_OF = Date.UTC(2026, 0, 7)

/** A contact model, all else by default; throws where the grammar refuses it. */
export function contactModel(rest: Partial<ContactDocumentInput> = {}): ContactDocument {
  const parsed = parseContactDocument({ kind: 'contact', name: 'Test', ...rest })
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.document
}

/** The model of the worked example: gravity 1, by position, every positive worth 2, a bounce 1. */
export const worked = (rest: Partial<ContactDocumentInput> = {}): ContactDocument =>
  contactModel({
    actions: [
      { action: 'subscribed' },
      { action: 'read' },
      { action: 'click', points: 2 },
      { action: 'bounce_hard' },
    ],
    ...rest,
  })

/** Actions a week apart, oldest first, the last a week before AS_OF; each about a message of its own. */
export function weekly(...actions: readonly SentAction[]): ContactHistory {
  return {
    actions: actions.map((action, index) => ({
      id: `e${String(index).padStart(3, '0')}`,
      action,
      at: AS_OF - (actions.length - index) * 7 * DAY,
    })),
  }
}

export const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)

const sent: SentAction[] = [
  ...(Object.keys(usualPoints) as SentAction[]),
  'bounce_hard',
  'bounce_soft',
  'complaint',
  'unsubscribe',
  'delivered',
]

const anyAction: fc.Arbitrary<Omit<ContactAction, 'id'>> = fc.record(
  {
    action: fc.oneof(fc.constantFrom(...sent), fc.constantFrom<SentAction>('read', 'click', 'delivered')),
    at: fc.integer({ min: 1, max: 700 }).map((hours) => AS_OF - hours * HOUR),
    messageId: fc.constantFrom('m1', 'm2', 'm3', 'm4'),
    listId: fc.constantFrom('l1', 'l2'),
    machine: fc.boolean(),
  },
  { requiredKeys: ['action', 'at'] },
)

/** Histories with few messages and instants, so that actions meet. */
export const anyHistory: fc.Arbitrary<ContactHistory> = fc
  .array(anyAction, { maxLength: 30 })
  .map((actions) => ({ actions: actions.map((one, index) => ({ ...one, id: `e${(index * 7) % 31}` })) }))

const amount = fc.double({ min: 0, max: 12, noNaN: true })
const half = fc.boolean()

/** Models of every clock, order, dedupe and floor; what is counted differs. */
export const anyContactModel: fc.Arbitrary<ContactDocument> = fc
  .record({
    gravity: fc.double({ min: 0, max: 3, noNaN: true }),
    clock: fc.constantFrom<ContactDocument['clock']>(
      { type: 'position' },
      { type: 'time', unit: 'hour' },
      { type: 'time', unit: 'day' },
      { type: 'time', unit: 'week' },
    ),
    order: fc.constantFrom<ContactDocument['order']>('running', 'final'),
    dedupe: fc.constantFrom<ContactDocument['dedupe']>('message-action', 'message'),
    machine: fc.constantFrom<ContactDocument['machine']>('exclude', 'include'),
    floor: fc.constantFrom(undefined, null, 2, 5),
    positives: fc.tuple(...Object.keys(usualPoints).map(() => fc.record({ counted: half, points: amount }))),
    negatives: fc.tuple(...times(5, fc.record({ counted: half, severity: amount }))),
  })
  .map(({ positives, negatives, ...rest }) => {
    const names = ['bounce_hard', 'bounce_soft', 'complaint', 'unsubscribe', 'unread']
    const actions = [
      ...Object.keys(usualPoints).map((action, index) => ({ action, ...positives[index] })),
      ...names.map((action, index) => ({ action, ...negatives[index] })),
    ]
    return contactModel({ ...rest, actions } as Partial<ContactDocumentInput>)
  })

/** The same model with another worth of each action of a field, as `change` makes it. */
export function withWorth(
  model: ContactDocument,
  field: 'points' | 'severity',
  change: (worth: number, index: number) => number,
): ContactDocument {
  const actions = model.actions.map((rule, index) => {
    const worth = (rule as Partial<Record<typeof field, number | null>>)[field]
    return typeof worth === 'number' ? { ...rule, [field]: change(worth, index) } : rule
  })
  return { ...model, actions }
}
