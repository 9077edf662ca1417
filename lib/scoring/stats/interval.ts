/** Both ends of an interval of confidence, in the unit of what it is about. */
export type Interval = { low: number; high: number }
