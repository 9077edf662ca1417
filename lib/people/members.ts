import type { WorkspaceId } from '@/lib/auth/workspace-id'
import type { Facts } from './called'
import type { Fact } from './sql/people-facts'
import { peopleMembers } from './sql/people-members'

/** Every id that is counted as one of `people`, their own included, with the person it is counted as. */
export async function membersOf(
  workspace: WorkspaceId,
  people: readonly string[],
): Promise<Map<string, string>> {
  const merged = await peopleMembers({ workspace, ids: people.map(BigInt) })
  return new Map([
    ...people.map((id) => [id, id] as const),
    ...merged.map(({ id, person }) => [id, person] as const),
  ])
}

/** By person the newest fact of each kind; `address` is the newest e-mail identity beside the person's own. */
export function factsByPerson(
  facts: readonly Fact[],
  members: ReadonlyMap<string, string>,
): Map<string, Facts> {
  const newest = new Map<string, Map<string, Fact>>()
  for (const fact of facts) {
    const person = members.get(fact.id) ?? fact.id
    const own = newest.get(person) ?? new Map<string, Fact>()
    newest.set(person, own)
    const what = fact.what === 'identity' && fact.id !== person ? 'address' : fact.what
    const before = own.get(what)
    if (!before || before.at < fact.at) own.set(what, fact)
  }
  const values = (own: Map<string, Fact>) => new Map([...own].map(([what, { value }]) => [what, value]))
  return new Map([...newest].map(([person, own]) => [person, values(own)]))
}
