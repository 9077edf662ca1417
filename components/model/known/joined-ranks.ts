import type { Agreement, KnownPerson, RankedPerson } from '@/lib/known-people/client'
import { ranksOf } from '@/lib/known-people/ranks'

/** A known person with where they stand; without an agreement the live rank alone is known. */
export type Standing = KnownPerson & Pick<RankedPerson, 'draftScore' | 'draftRank' | 'liveRank'>

/** The list, which may be newer, with the ranks of the agreement by person. Masked ids that are alike go by order. */
export function joinedRanks(items: readonly KnownPerson[], agreement: Agreement | undefined): Standing[] {
  const ranked = new Map<string, RankedPerson[]>()
  for (const person of agreement?.items ?? []) {
    ranked.set(person.personId, [...(ranked.get(person.personId) ?? []), person])
  }
  const liveRanks = ranksOf(items.map(({ liveScore }) => liveScore))
  return items.map((item, index) => {
    const found = ranked.get(item.personId)?.shift()
    return {
      ...item,
      draftScore: found?.draftScore ?? null,
      draftRank: found?.draftRank ?? null,
      liveRank: found && agreement?.live ? found.liveRank : (liveRanks[index] ?? null),
    }
  })
}
