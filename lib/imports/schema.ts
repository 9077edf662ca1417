import { z } from 'zod'
import { instant, pageInput, pageOf } from '@/lib/api/shapes'
import { timeZoneSchema } from '@/lib/workspaces/schema'

export const importKinds = ['events', 'people', 'accounts', 'contact-actions', 'outcomes'] as const
export type ImportKind = (typeof importKinds)[number]

export const importKindSchema = z.enum(importKinds)

/** What is assumed of times that do not say it themselves. */
export const assumptionsSchema = {
  timeZone: timeZoneSchema.optional(),
  assumeYear: z.coerce.number().int().min(1970).max(2100).optional(),
}

/** How a file that was uploaded is to be read. The mapping is checked against the file's own columns. */
export const startImportSchema = z.strictObject({
  id: z.uuid(),
  kind: importKindSchema,
  mapping: z.record(z.string(), z.unknown()).optional(),
  dryRun: z.boolean().default(false),
  ...assumptionsSchema,
})

export const importState = z.enum(['uploaded', 'queued', 'running', 'done', 'failed', 'cancelled'])

const rejectReasonSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  rows: z.number(),
  firstRow: z.number(),
})
export type RejectReason = z.output<typeof rejectReasonSchema>

export const importIdSchema = z.strictObject({ id: z.uuid() })

export const listImportsSchema = z.strictObject({ ...pageInput, cursor: z.uuid().optional() })

/** An import as pages and the API see it. */
export const importSchema = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  fileName: z.string(),
  /** Bytes of the uploaded file. */
  size: z.number(),
  state: importState,
  dryRun: z.boolean(),
  progress: z.number().min(0).max(1).describe('0 to 1, by bytes read.'),
  rows: z.number(),
  accepted: z.number(),
  duplicates: z.number(),
  rejected: z.number(),
  reasons: z.array(rejectReasonSchema),
  error: z.string().nullable().describe('A sentence, when it failed.'),
  createdBy: z.string(),
  createdAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
})
export type ImportView = z.output<typeof importSchema>

export const importsPageSchema = pageOf(importSchema)
