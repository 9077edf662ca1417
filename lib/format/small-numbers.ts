/** Whole numbers that are written out in a sentence, by what they count: `four weeks`. Above them stand digits. */
export const smallNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six'] as const
