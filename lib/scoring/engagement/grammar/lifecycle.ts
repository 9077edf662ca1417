import { z } from 'zod'
import { BLEND_DAYS_WHEN_ABSENT, defaultStages } from './defaults'
import {
  checkedBy,
  daysField,
  keyField,
  type PartProblem,
  repeatedKeys,
  spanField,
} from '../../document/fields'

const stageGrammar = z.strictObject({ key: keyField, untilDay: daysField.nullable().default(null) })

/** Half-open intervals of tenure that follow each other; the last one has no end. */
function unbroken(stages: readonly z.output<typeof stageGrammar>[]): PartProblem[] {
  return stages.flatMap(({ untilDay }, index) => {
    const path = [index, 'untilDay']
    const before = stages[index - 1]?.untilDay ?? 0
    if (index === stages.length - 1) {
      return untilDay === null
        ? []
        : [{ path, message: 'must be left out of the last stage, which has no end' }]
    }
    if (untilDay === null) return [{ path, message: 'is required; only the last stage has no end' }]
    if (untilDay <= before)
      return [{ path, message: `must be greater than ${before}, where the stage begins` }]
    return []
  })
}

const stagesGrammar = z
  .array(stageGrammar)
  .min(1)
  .max(10)
  .superRefine(checkedBy(repeatedKeys))
  .superRefine(checkedBy(unbroken))

/** Stages of tenure, youngest first, and whether each is its own baseline. */
export const lifecycleGrammar = z.strictObject({
  ownBaseline: z.boolean().default(true),
  stages: stagesGrammar.prefault(defaultStages),
  blendDays: spanField.default(BLEND_DAYS_WHEN_ABSENT),
})
