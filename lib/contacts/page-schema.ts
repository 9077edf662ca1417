import { z } from 'zod'
import { pageInput, pageOf } from '@/lib/api/shapes'
import {
  contactFilter,
  contactIdSchema,
  listContactsSchema,
  ratingChangeSchema,
  simulatedSchema,
} from './schema'

/** People of the list `top`, where no limit is given. */
export const TOP = 100

/** Rows of a page, where no limit is given. */
export const PAGE = 200

export const contactsListSchema = listContactsSchema.extend({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .optional()
    .describe(
      `Items on a page, by default ${PAGE}; of the list \`top\` how many are in it, by default ${TOP}.`,
    ),
})
export type ContactsList = z.output<typeof contactsListSchema>

export const contactChangesSchema = contactIdSchema.extend(pageInput)

/** Newest first. */
export const contactChangesPageSchema = pageOf(ratingChangeSchema)
export type RatingChange = z.output<typeof ratingChangeSchema>

export type Simulated = z.output<typeof simulatedSchema>

export const exportContactsSchema = z.strictObject(contactFilter)
export type ExportContacts = z.output<typeof exportContactsSchema>

export const usualModelSchema = z.strictObject({})

export const madeModelSchema = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  runId: z.uuid().describe('Of the first rating of everybody.'),
})
