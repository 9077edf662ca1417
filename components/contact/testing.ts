import type { ContactHistory } from '@/lib/scoring/contacts/contact-history'
import { type ContactDocument, parseContactDocument } from '@/lib/scoring/contacts/document'
import type { SentAction } from '@/lib/scoring/contacts/grammar/action-names'

export const DAY = 86_400_000

/** The contact of the worked example: subscribed, five reads, a hard bounce, a read. */
export const lena: ContactHistory = {
  actions: (
    [
      ['subscribed', '2025-11-04T09:00Z'],
      ['read', '2025-11-11T09:00Z'],
      ['read', '2025-11-18T09:00Z'],
      ['read', '2025-11-25T09:00Z'],
      ['read', '2025-12-02T09:00Z'],
      ['read', '2025-12-09T09:00Z'],
      ['bounce_hard', '2025-12-16T09:00Z'],
      ['read', '2026-01-06T09:00Z'],
    ] as const
  ).map(([action, at], index) => ({ id: `e${index}`, action, at: Date.parse(at) })),
}

export const LENA_AS_OF = Date.parse('2026-01-06T09:31Z')

/** Actions a day apart, oldest first, from 1 January 2026. */
export const daily = (...actions: readonly SentAction[]): ContactHistory => ({
  actions: actions.map((action, index) => ({
    id: `e${String(index).padStart(4, '0')}`,
    action,
    at: Date.UTC(2026, 0, 1) + index * DAY,
  })),
})

/** A contact model, all else by default; throws where the grammar refuses it. */
export function contactModel(rest: object = {}): ContactDocument {
  const parsed = parseContactDocument({ kind: 'contact', name: 'Newsletter', ...rest })
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.document
}
