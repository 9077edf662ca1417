import type { WrittenDocument } from '@/lib/scoring/engagement/grammar/engagement'

type Behaviors = WrittenDocument['behaviors']

/** The behaviors that count and have no strategic value, with their place. */
export function withoutValue(behaviors: Behaviors): readonly { index: number; name: string }[] {
  return behaviors.flatMap(({ enabled, value, name }, index) =>
    enabled && value === null ? [{ index, name }] : [],
  )
}

/** One behavior with a strategic value, 1 to 5; null for none. */
export function withValue(behaviors: Behaviors, index: number, value: number | null): Behaviors {
  return behaviors.map((behavior, place) => (place === index ? { ...behavior, value } : behavior))
}

/** Every behavior that counts and has no value gets this one. */
export function withMissingValues(behaviors: Behaviors, value: number): Behaviors {
  return behaviors.map((behavior) =>
    behavior.enabled && behavior.value === null ? { ...behavior, value } : behavior,
  )
}
