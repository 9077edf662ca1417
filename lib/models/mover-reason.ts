import { formatPlain } from '@/lib/format/number'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import type { Terms } from '@/lib/scoring/engagement/window-terms'

/** Smaller than what is printed. */
const NOTHING = 0.005

type Side = { document: EngagementDocument; terms: Terms }

/**
 * The behavior whose term changed most between two versions, in the direction in which somebody moved:
 * `Ran a report: 12.5 → 7.5 raw points`. Null where none did: then only the people compared with are others.
 */
export function moverReason(before: Side, after: Side, up: boolean): string | null {
  const names = new Map(
    [...before.document.behaviors, ...after.document.behaviors].map(({ key, name }) => [key, name]),
  )
  const changes = [...names].map(([key, name]) => {
    const [was, is] = [before.terms.get(key) ?? 0, after.terms.get(key) ?? 0]
    return { name, was, is, change: up ? is - was : was - is }
  })
  const [first] = changes.toSorted((a, b) => b.change - a.change)
  if (!first || first.change < NOTHING) return null
  return `${first.name}: ${formatPlain(first.was)} → ${formatPlain(first.is)} raw points`
}
