import type { z } from 'zod'
import { simulate } from '@/lib/scoring/contacts/simulate'
import type { Context } from '@/lib/server/context'
import { contactView } from './get-contact'
import { knownContact } from './known-contact'
import type { Simulated } from './page-schema'
import type { simulateSchema } from './schema'

/**
 * The contact if these actions came next, one after the other, each about a message of its own; nothing is stored.
 * Throws AppError `not_found`.
 */
export async function simulateContact(
  context: Context,
  { actions, ...asked }: z.output<typeof simulateSchema>,
): Promise<Simulated> {
  const known = await knownContact(context, asked)
  const { steps, result } = simulate(known.history, known.rated.document, known.asOf, actions)
  return { ...(await contactView(context, known, result, actions)), steps: [...steps] }
}
