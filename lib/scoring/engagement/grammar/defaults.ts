/** People of a shorter tenure have no score yet. */
export const GRACE_DAYS_WHEN_ABSENT = 3

/** Days around a boundary between stages in which both have a say. */
export const BLEND_DAYS_WHEN_ABSENT = 7

/** New until day 30, established from then on. */
export const defaultStages = () => [{ key: 'new', untilDay: 30 }, { key: 'established' }]

/** At-risk [0,20), Regular [20,80), Power [80,100]. */
export const defaultTiers = () => [
  { key: 'at-risk', name: 'At-risk', from: 0 },
  { key: 'regular', name: 'Regular', from: 20 },
  { key: 'power', name: 'Power', from: 80 },
]
