/** SQL over arrays, one entry per action. What an entry is worth to another is told by sorting, never by looking it up. */

/** The array where a condition on the row holds, else an empty one: what follows from it costs nothing there. */
export const only = (condition: string, array: string) =>
  `arraySlice(${array}, 1, if(${condition}, length(${array}), 0))`

/** Of a sorted array: 1 where a value is another than the one before. */
export const firstOfRun = (array: string) =>
  `arrayMap((x, before, i) -> toUInt8(i = 1 OR x != before), ${array}, arrayShiftRight(${array}, 1), arrayEnumerate(${array}))`

/** Of pairs (place, value), one per place: the values in their places. */
export const aligned = (pairs: string) => `arraySort(pair -> pair.1, ${pairs}).2`
