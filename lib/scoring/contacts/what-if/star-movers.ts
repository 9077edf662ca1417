/** A contact whose score changes, by its row. */
export type StarMover = { contact: number; before: number; after: number }

type Scored = { scores: Float64Array; stars: Uint8Array }

/** Two orders of summation: no move. */
const LAST_BITS = 1e-9

/**
 * The contacts of both whose score changes most, the largest change first, those of fewer rows before others of the same
 * change.
 */
export function starMovers(
  before: Scored,
  after: Scored,
  direction: 'up' | 'down',
  limit: number,
): readonly StarMover[] {
  const sign = direction === 'up' ? 1 : -1
  const best: { contact: number; by: number }[] = []
  let least = LAST_BITS
  for (let contact = 0; contact < after.scores.length; contact++) {
    const by = sign * (after.scores[contact]! - before.scores[contact]!)
    if (!(by > least)) continue
    let place = best.length
    while (place > 0 && best[place - 1]!.by < by) place -= 1
    best.splice(place, 0, { contact, by })
    if (best.length > limit) best.pop()
    if (best.length === limit) least = Math.max(LAST_BITS, best[limit - 1]?.by ?? Infinity)
  }
  return best.map(({ contact }) => ({
    contact,
    before: before.scores[contact]!,
    after: after.scores[contact]!,
  }))
}
