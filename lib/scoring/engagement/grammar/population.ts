import { z } from 'zod'
import { GRACE_DAYS_WHEN_ABSENT } from './defaults'
import { traitConditionGrammar } from './condition'
import { daysField, spanField } from '../../document/fields'

const domainField = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[^\s@]+$/, { error: 'must be the part of an address behind the @, such as example.org' })

/** Who is scored: people active within some days, without those named here. */
export const populationGrammar = z.strictObject({
  activeWithinDays: daysField.default(90),
  excludeEmailDomains: z.array(domainField).max(1000).default([]),
  exclude: traitConditionGrammar.nullable().default(null),
  graceDays: spanField.default(GRACE_DAYS_WHEN_ABSENT),
})
