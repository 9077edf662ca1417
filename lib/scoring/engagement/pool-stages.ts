/** A stage of fewer people is no baseline of its own. */
export const SMALLEST_BASELINE = 30

/**
 * **Pooling**: which stages are compared together.
 *
 * From the youngest on, a stage with under 30 people is pooled with its older neighbour, and the pool again with the
 * next, until it holds 30. Decided: if what remains with the oldest stage is still under 30, it is pooled with the pool
 * before it (there is no older neighbour). People are those scored, zeros included, under every zeros rule.
 *
 * @param people scored people per stage, youngest first
 * @returns the pools, youngest first, each the indices of its stages: every stage is in exactly one
 *
 * Examples: (40, 50) → (0)(1). (10, 50) → (0 1). (20, 15, 40) → (0 1)(2). (40, 35, 10) → (0)(1 2). (5, 5) → (0 1).
 */
export function poolStages(people: readonly number[]): readonly (readonly number[])[] {
  const pools: number[][] = []
  let open: number[] = []
  let held = 0
  people.forEach((count, stage) => {
    open.push(stage)
    held += count
    if (held < SMALLEST_BASELINE) return
    pools.push(open)
    open = []
    held = 0
  })
  if (open.length === 0) return pools
  const youngerPool = pools.pop() ?? []
  return [...pools, [...youngerPool, ...open]]
}
