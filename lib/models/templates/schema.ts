import { z } from 'zod'
import { pageInput, pageOf } from '@/lib/api/shapes'
import { templateKeys } from './templates'

export const listTemplatesSchema = z.strictObject(pageInput)

export const templatesPageSchema = pageOf(
  z.strictObject({
    key: z.string(),
    name: z.string(),
    description: z.string(),
    audience: z.string().describe('Whose product it is for.'),
    outcome: z.string().describe('What the score should foretell.'),
    windowDays: z.int(),
    behaviors: z.array(
      z.strictObject({
        key: z.string(),
        name: z.string(),
        why: z.string(),
        measure: z.string(),
        weight: z.number(),
        value: z.int().describe('Strategic value, 1 to 5.'),
        events: z.array(z.string()).describe('What well-known trackers call it.'),
      }),
    ),
  }),
)

export const suggestSchema = z.strictObject({
  template: z.enum(templateKeys, { error: `Give one of ${templateKeys.join(', ')}.` }),
})

export const suggestedSchema = z.strictObject({
  template: z.string(),
  items: z.array(
    z.strictObject({
      behavior: z.string().describe('Key of the behavior; the last is `expansion`.'),
      event: z.string().nullable().describe('Null where no event of the workspace is sure enough.'),
      reason: z.string().describe('Why this one, or why none.'),
      candidates: z
        .array(
          z.strictObject({
            event: z.string(),
            confidence: z.number().min(0).max(1),
            reason: z.string(),
            property: z.string().nullable().describe('What would be summed; null: it is counted.'),
          }),
        )
        .describe('The suggested one, then the most likely first.'),
    }),
  ),
})
export type Suggested = z.output<typeof suggestedSchema>
