import { type Called, called } from '@/lib/people/called'
import { factsByPerson, membersOf } from '@/lib/people/members'
import { peopleFacts } from '@/lib/people/sql/people-facts'
import { type Context, can } from '@/lib/server/context'

/** What people are called, as the asker may see it, by internal id. */
export async function calledPeople(
  context: Context,
  people: readonly string[],
): Promise<(person: string) => Called> {
  const workspace = context.workspace.id
  const unmasked = can(context, 'people:unmasked')
  if (people.length === 0) return () => called(new Map(), unmasked)
  const members = await membersOf(workspace, people)
  const ids = [...members.keys()].map(BigInt)
  const facts = await peopleFacts({ workspace, ids, own: people.map(BigInt) })
  const known = factsByPerson(facts, members)
  return (person) => called(known.get(person) ?? new Map(), unmasked)
}
