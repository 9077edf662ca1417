/** A share of 0 to 1 in percent, without the dust of binary fractions: 0.29 → 29, 0.995 → 99.5. */
export const percentOf = (share: number): number => Number((share * 100).toPrecision(12))

/** Back again: 99.5 → 0.995. */
export const shareOf = (percent: number): number => Number((percent / 100).toPrecision(12))
