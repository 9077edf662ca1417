import type { z } from 'zod'
import { maskEmails } from '@/lib/people/mask-emails'
import { reasonInWords } from '@/lib/scoring/contacts/not-counted'
import type { ContactScore } from '@/lib/scoring/contacts/score-contact'
import type { SentAction } from '@/lib/scoring/contacts/grammar/action-names'
import { simulate } from '@/lib/scoring/contacts/simulate'
import { type Context, can } from '@/lib/server/context'
import { calledPeople } from '@/lib/what-if/called-people'
import { contactFacts } from './contact-facts'
import { type KnownContact, knownContact } from './known-contact'
import { ratedByOf } from './rated-model'
import type { Contact, contactIdSchema } from './schema'

const isMachine = ({ action, machine }: KnownContact['history']['actions'][number]) =>
  machine === true && (action === 'read' || action === 'click')

/** The rating had machines counted, or of a model that counts them had it not; null where they did nothing. */
function withMachines(
  { history, rated, asOf }: KnownContact,
  next: readonly SentAction[],
): Contact['withMachines'] {
  if (!history.actions.some(isMachine)) return null
  const machine = rated.document.machine === 'exclude' ? 'include' : 'exclude'
  const { score, stars } = simulate(history, { ...rated.document, machine }, asOf, next).result
  return { score, stars }
}

/** What counts and what does not, newest first. @param shown hides what the asker may not see */
function partsOf({ counted, notCounted, floor }: ContactScore, shown: (text: string) => string) {
  const id = (text: string | undefined) => (text ? shown(text) : null)
  return {
    counted: counted.toReversed().map((part) => ({
      action: part.action,
      occurredAt: new Date(part.at),
      messageId: id(part.messageId),
      campaignId: id(part.campaignId),
      listId: id(part.listId),
      implied: part.implied,
      age: part.age,
      points: part.points,
      severity: part.severity,
      worth: part.worth,
      divisor: part.divisor,
      adds: part.adds,
    })),
    notCounted: notCounted.toReversed().map((one) => ({
      action: one.action,
      occurredAt: new Date(one.at),
      reason: shown(reasonInWords(one)),
    })),
    floor: floor && { ...floor },
  }
}

/**
 * What an API and the page say of a contact.
 * @param score where `next`, actions that are only supposed, came after what is stored
 */
export async function contactView(
  context: Context,
  known: KnownContact,
  score: ContactScore = known.score,
  next: readonly SentAction[] = [],
): Promise<Contact> {
  const called = await calledPeople(context, [known.person])
  const { personId, email, name } = called(known.person)
  const shown = can(context, 'people:unmasked') ? (text: string) => text : maskEmails
  const supposed = next.map((action, index) => ({ id: String(index), action, at: known.asOf }))
  return {
    ...{ personId, email, name, score: score.score, stars: score.stars },
    ...contactFacts({ ...known.history, actions: [...known.history.actions, ...supposed] }, score),
    ratedBy: ratedByOf(known.rated),
    ...partsOf(score, shown),
    withMachines: withMachines(known, next),
  }
}

/**
 * One contact, folded from what is stored this very moment: also while everybody is being rated by a new version.
 * Throws AppError `not_found`.
 */
export async function contactOf(context: Context, asked: z.output<typeof contactIdSchema>): Promise<Contact> {
  return contactView(context, await knownContact(context, asked))
}
