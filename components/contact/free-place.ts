/** A box in pixels, its edges. */
export type Box = { left: number; right: number; top: number; bottom: number }

export type Place = readonly [x: number, y: number]

export const overlaps = (a: Box, b: Box, gap = 2): boolean =>
  a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap

export const isWithin = (inner: Box, outer: Box): boolean =>
  inner.left >= outer.left &&
  inner.right <= outer.right &&
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom

/** Does a line through these places run through the box? */
export function runsThrough(line: readonly Place[], box: Box): boolean {
  return line.some(([x, y], index) => {
    const [fromX, fromY] = line[index - 1] ?? [x, y]
    const pieces = Math.max(1, Math.ceil(Math.hypot(x - fromX, y - fromY) / 3))
    return Array.from({ length: pieces + 1 }, (_, piece) => piece / pieces).some((share) => {
      const atX = fromX + (x - fromX) * share
      const atY = fromY + (y - fromY) * share
      return atX > box.left && atX < box.right && atY > box.top && atY < box.bottom
    })
  })
}

/** The first of several boxes that is inside, off the line and off what stands already; null where there is none. */
export function freePlace<Candidate extends Box>(
  candidates: readonly Candidate[],
  { inside, line, taken }: { inside: Box; line: readonly Place[]; taken: readonly Box[] },
): Candidate | null {
  return (
    candidates.find(
      (box) =>
        isWithin(box, inside) && !runsThrough(line, box) && !taken.some((other) => overlaps(box, other)),
    ) ?? null
  )
}
