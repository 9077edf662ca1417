import { type PersonRange, personRanges } from '@/lib/engagement/sql/person-ranges'

/**
 * All ids in ranges of at most about five million actions: twice as many as a run counts at once, as a rating holds less
 * of each. Two such ranges are rated side by side in under two gigabytes.
 */
export const contactRanges = (actions: number): readonly PersonRange[] => personRanges(Math.ceil(actions / 2))
