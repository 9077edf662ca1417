export type LabelWish = { center: number; width: number }

/**
 * Centres for labels on one line: as near as can be to where they want to be, in order, inside
 * `[left, right]`, at least `gap` apart. When there is no room for all of them they keep their order and run
 * over at the right.
 */
export function placeLabels(wishes: readonly LabelWish[], left: number, right: number, gap = 8): number[] {
  const centers: number[] = []
  let edge = left
  for (const { center, width } of wishes) {
    const placed = Math.max(center, edge + width / 2)
    centers.push(placed)
    edge = placed + width / 2 + gap
  }
  edge = right
  for (let index = wishes.length - 1; index >= 0; index--) {
    const width = wishes[index]?.width ?? 0
    const placed = Math.min(centers[index] ?? 0, edge - width / 2)
    centers[index] = Math.max(placed, left + width / 2)
    edge = placed - width / 2 - gap
  }
  return centers
}
