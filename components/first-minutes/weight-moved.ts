type Weighed = { behaviors: readonly { key: string; weight: number }[] }

/** Has a behavior another weight than before? New, removed and half-typed ones do not count. */
export function weightMoved(before: Weighed, now: Weighed): boolean {
  const weights = new Map(before.behaviors.map(({ key, weight }) => [key, weight]))
  return now.behaviors.some(
    ({ key, weight }) => Number.isFinite(weight) && weights.has(key) && weights.get(key) !== weight,
  )
}
