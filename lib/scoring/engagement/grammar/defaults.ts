/**
 * Days of grace and of blend in a document that does not mention them.
 * The definitions say 3 and 7; both are 0 as long as neither can be computed (see `findNotYet`).
 */
export const GRACE_DAYS_WHEN_ABSENT = 0
export const BLEND_DAYS_WHEN_ABSENT = 0

/** New until day 30, established from then on. */
export const defaultStages = () => [{ key: 'new', untilDay: 30 }, { key: 'established' }]

/** At-risk [0,20), Regular [20,80), Power [80,100]. */
export const defaultTiers = () => [
  { key: 'at-risk', name: 'At-risk', from: 0 },
  { key: 'regular', name: 'Regular', from: 20 },
  { key: 'power', name: 'Power', from: 80 },
]
