import type { WrittenDocument } from '@/lib/scoring/engagement/grammar/engagement'

type Tiers = WrittenDocument['tiers']

/** What the grammar takes. */
export const FEWEST_TIERS = 3
export const MOST_TIERS = 5

/** Between two cuts there is at least half a point, which is also a step of their slider. */
export const CUT_STEP = 0.5

function slugOf(name: string): string {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['tier']
  return words.join('-').slice(0, 60)
}

/** A key from a name, numbered where another tier has the same. */
function keyFor(name: string, others: Tiers): string {
  const slug = slugOf(name)
  const taken = new Set(others.map(({ key }) => key))
  for (let number = 1; ; number++) {
    const key = number === 1 ? slug : `${slug}-${number}`
    if (!taken.has(key)) return key
  }
}

const upper = (tiers: Tiers, index: number) => tiers[index + 1]?.from ?? 100

/** A tier in the upper half of the widest one. */
export function withTier(tiers: Tiers): Tiers {
  const widths = tiers.map(({ from }, index) => upper(tiers, index) - from)
  const widest = widths.indexOf(Math.max(...widths))
  const middle = ((tiers[widest]?.from ?? 0) + upper(tiers, widest)) / 2
  const from = Math.round(middle / CUT_STEP) * CUT_STEP
  const name = 'New tier'
  const added = { key: keyFor(name, tiers), name, from, colour: null, strategy: null }
  return [...tiers.slice(0, widest + 1), added, ...tiers.slice(widest + 1)]
}

/** Its people go to the tier below; those of the lowest to the one above, which then begins at 0. */
export function withoutTier(tiers: Tiers, index: number): Tiers {
  return tiers
    .filter((_, other) => other !== index)
    .map((tier, place) => (place === 0 ? { ...tier, from: 0 } : tier))
}

/** The tiers with one of them changed. */
export function changedTier(tiers: Tiers, index: number, changes: Partial<Tiers[number]>): Tiers {
  return tiers.map((tier, place) => (place === index ? { ...tier, ...changes } : tier))
}

/**
 * A tier under another name. Its key, by which scores and the API name it, follows only while no published version has
 * it.
 * @param published keys of the tiers of the live version
 */
export function renamedTier(tiers: Tiers, index: number, name: string, published: readonly string[]): Tiers {
  const key = tiers[index]?.key ?? ''
  if (published.includes(key)) return changedTier(tiers, index, { name })
  const others = tiers.filter((_, other) => other !== index)
  return changedTier(tiers, index, { name, key: keyFor(name, others) })
}

/** How far a cut may be moved between its neighbours. */
export function cutRange(tiers: Tiers, index: number): { min: number; max: number } {
  const min = (tiers[index - 1]?.from ?? 0) + CUT_STEP
  return { min, max: Math.max(min, upper(tiers, index) - CUT_STEP) }
}
