import { OUT, codeOf } from './action-codes'
import { aligned, firstOfRun, only } from './arrays'
import type { Level } from './in-levels'

const SOFT = codeOf('bounce_soft')
const HARD = codeOf('bounce_hard')

/**
 * Of `codes` and `subjects`, arrays of equal length, makes `worse_codes`: a soft bounce whose message bounced hard as well
 * is out, whichever came later. By message, hard bounces first, the first row tells which it is.
 */
export function softerBounceLevels(codes: string, subjects: string): readonly Level[] {
  const hasBoth = `has(${codes}, ${SOFT}) AND has(${codes}, ${HARD})`
  const messagesOf = (code: number) =>
    `arrayFilter((s, c) -> c = ${code}, ${only(hasBoth, subjects)}, ${only(hasBoth, codes)})`
  return [
    { is_worse: `hasAny(${messagesOf(SOFT)}, ${messagesOf(HARD)})` },
    {
      by_subject: `arraySort(arrayMap((s, c, i) -> (s, toUInt8(c != ${HARD}), i, c),
        ${only('is_worse', subjects)}, ${only('is_worse', codes)}, ${only('is_worse', `arrayEnumerate(${codes})`)}))`,
    },
    {
      worse_codes: `if(is_worse, ${aligned(`arrayMap(
        (row, hard) -> (row.3, if(row.4 = ${SOFT} AND hard, toUInt8(${OUT}), row.4)), by_subject,
        arrayFill((hard, first) -> first, arrayMap(later -> toUInt8(NOT later), by_subject.2), ${firstOfRun('by_subject.1')}))`)},
        ${codes})`,
    },
  ]
}
