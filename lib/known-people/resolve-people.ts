import type { WorkspaceId } from '@/lib/auth/workspace-id'
import { identitiesMeant } from '@/lib/people/called'
import { findPerson } from '@/lib/people/sql/find-person'

const byEmail = (text: string) => (text.includes('@') ? [`email:${text.trim().toLowerCase()}`] : [])

/**
 * Whom public ids and e-mails mean, by internal id: somebody merged since is the person they are counted as. Null for
 * who is not known to the workspace.
 */
export async function resolvePeople(
  workspace: WorkspaceId,
  asked: readonly string[],
): Promise<(string | null)[]> {
  if (asked.length === 0) return []
  const meant = asked.map((text) => [...identitiesMeant(text), ...byEmail(text)])
  const found = await findPerson({ workspace, identities: [...new Set(meant.flat())] })
  const personOf = new Map(found.map(({ identity, person }) => [identity, person]))
  return meant.map((identities) => identities.flatMap((identity) => personOf.get(identity) ?? [])[0] ?? null)
}
