import type { z } from 'zod'
import type { SeenAction } from '@/lib/scoring/contacts/machine-rules'
import { inOrder } from '@/lib/scoring/contacts/ordered-actions'
import { type Context, can } from '@/lib/server/context'
import { maskEmails } from '@/lib/people/mask-emails'
import { personHref } from '@/lib/people/person-href'
import { changesOf } from './contact-changes'
import { contactView } from './get-contact'
import { type KnownContact, knownContact } from './known-contact'
import type { contactIdSchema } from './schema'

/** Changes of stars that the page shows. */
const CHANGES = 50

/** Names for what is told apart but not shown, in the order in which it comes: `m1`, `m2`. */
function namer(prefix: string) {
  const names = new Map<string, string>()
  return (text: string | undefined) => {
    if (!text) return undefined
    if (!names.has(text)) names.set(text, `${prefix}${names.size + 1}`)
    return names.get(text)
  }
}

/**
 * A history for somebody who sees no e-mails: ids of events, messages, lists and campaigns may hold one, so they get
 * other names, which sort and fall together as they did.
 */
function maskedHistory(actions: readonly SeenAction[]): SeenAction[] {
  const [message, list, campaign] = [namer('m'), namer('l'), namer('c')]
  const ids = new Map<string, string>()
  return [...actions].sort(inOrder).map((one, index) => {
    if (!ids.has(one.id)) ids.set(one.id, String(index).padStart(8, '0'))
    return {
      id: ids.get(one.id) ?? '',
      action: one.action,
      at: one.at,
      messageId: message(one.messageId),
      listId: list(one.listId),
      campaignId: campaign(one.campaignId),
      machine: one.machine,
      machineReason: one.machineReason && maskEmails(one.machineReason),
    }
  })
}

/** What the pure core asks: machines are marked already. */
function historyOf({ history }: KnownContact, unmasked: boolean) {
  const { actions, knownSince } = history
  return { actions: unmasked ? [...actions] : maskedHistory(actions), knownSince }
}

/**
 * What the page of a contact opens with. The browser works out the path, the simulator and what reaches a star by itself,
 * from `history`, `document` and `asOf` (milliseconds since 1970 UTC). Throws AppError `not_found`.
 */
export async function contactPage(context: Context, asked: z.output<typeof contactIdSchema>) {
  const known = await knownContact(context, asked)
  const [contact, changes] = await Promise.all([
    contactView(context, known),
    changesOf(context, known, { limit: CHANGES }),
  ])
  return {
    contact,
    history: historyOf(known, can(context, 'people:unmasked')),
    document: known.rated.document,
    asOf: known.asOf,
    changes,
    /** The page of the same person; null where its address would name whom the asker may not see. */
    personHref: personHref(context.workspace.slug, contact.personId),
  }
}

export type ContactPage = Awaited<ReturnType<typeof contactPage>>
