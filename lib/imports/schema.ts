import { z } from 'zod'
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

export type RejectReason = { code: string; message: string; rows: number; firstRow: number }

/** An import as pages and the API see it. */
export type ImportView = {
  id: string
  kind: string
  fileName: string
  size: number
  state: z.infer<typeof importState>
  dryRun: boolean
  /** 0 to 1, by bytes read. */
  progress: number
  rows: number
  accepted: number
  duplicates: number
  rejected: number
  reasons: RejectReason[]
  error: string | null
  createdBy: string
  createdAt: Date
  startedAt: Date | null
  finishedAt: Date | null
}
