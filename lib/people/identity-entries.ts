import { publicId } from './called'
import type { Member } from './histories'
import { maskId } from './mask-emails'
import type { TimelineEntry } from './schema'
import { publicNames } from './sql/public-names'
import { separations } from './sql/separations'

export type IdentityEntry = Exclude<TimelineEntry, { type: 'event' }>

/**
 * When others were merged into a person or taken apart from them, as entries of the timeline, in no order. Ids that no
 * event has carried are left out.
 *
 * @param members the ids counted as the person, their own first
 */
export async function identityEntries(
  workspace: string,
  members: readonly Member[],
  unmasked: boolean,
): Promise<IdentityEntry[]> {
  const [, ...merged] = members
  const taken = await separations({ workspace, ids: members.map(({ id }) => BigInt(id)) })
  if (merged.length === 0 && taken.length === 0) return []
  const own = new Set(members.map(({ id }) => id))
  const ids = new Set([...merged.map(({ id }) => id), ...taken.flatMap(({ from, to }) => [from, to])])
  const named = await publicNames({ workspace, ids: [...ids].map(BigInt) })
  const nameOf = (id: string): string[] => {
    const shown = named.filter((row) => row.id === id).map(({ identity }) => publicId(identity))
    return unmasked ? shown : shown.map(maskId)
  }
  return [
    ...merged.flatMap(({ id, since: at }) =>
      nameOf(id).map((personId) => ({ type: 'merge', at, personId }) as const),
    ),
    ...taken.flatMap(({ from, to, at }) => {
      // Where both are of the person again, the id was taken out of them then.
      const left = own.has(to) ? ('id' as const) : ('person' as const)
      return nameOf(left === 'id' ? from : to).map((personId) => ({ type: 'separation', at, personId, left }) as const) // prettier-ignore
    }),
  ]
}
