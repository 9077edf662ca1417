import { z } from 'zod'

/** Days beyond this would leave the range of instants that the stores can hold. */
const LONGEST_DAYS = 36_500

/** Far above any sensible weight; keeps `raw · 1e9`, the rank key, an ordinary finite number. */
const LARGEST_WEIGHT = 1e9

const notBlank = { error: 'must not be blank' }

/** The name of a part inside the document, by which scores and pages refer to it. */
export const keyField = z.string().regex(/\S/, notBlank).max(100)

export const nameField = z.string().regex(/\S/, notBlank).max(200)

/** As sent, to the letter: an event's name is never trimmed. `*` stands for any activity. */
export const eventField = z.string().min(1).max(500)

export const propertyField = z.string().regex(/\S/, notBlank).max(500)

/** A whole number of days, at least one. */
export const daysField = z.int().min(1).max(LONGEST_DAYS)

/** A stretch of days that may be absent (0) or a fraction. */
export const spanField = z.number().min(0).max(LONGEST_DAYS)

export const weightField = z.number().min(-LARGEST_WEIGHT).max(LARGEST_WEIGHT)

export const positiveField = z.number().positive()

const dateForm = 'must be a date such as 2026-05-01 or an instant such as 2026-05-01T00:00:00Z'

export const dateField = z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
  error: (issue) => (issue.input === undefined ? undefined : dateForm),
})

/** A custom issue, its path relative to the part that is checked. */
export type PartProblem = { path: (string | number)[]; message: string }

/** The second and later uses of a key in a list whose keys must differ. */
export function repeatedKeys(entries: readonly { key: string }[]): PartProblem[] {
  const firstUse = new Map<string, number>()
  return entries.flatMap(({ key }, index) => {
    const first = firstUse.get(key)
    if (first === undefined) {
      firstUse.set(key, index)
      return []
    }
    return [{ path: [index, 'key'], message: `repeats the key of entry ${first}; keys must differ` }]
  })
}

/** A zod check that reports whatever `find` finds. */
export function checkedBy<T>(find: (value: T) => readonly PartProblem[]) {
  return (value: T, context: z.RefinementCtx<T>) => {
    for (const problem of find(value)) context.addIssue({ code: 'custom', ...problem })
  }
}
