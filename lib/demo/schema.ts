import { z } from 'zod'
import { instant } from '@/lib/api/shapes'

export const demoInputSchema = z.strictObject({})

/** The made-up product and mailing list on their way into a workspace, or in it. */
export const demoLoadSchema = z.strictObject({
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  phase: z.string().describe('What is being done, a phrase; empty before and after.'),
  progress: z.number().min(0).max(1),
  events: z.int().describe('Events written so far.'),
  remainingMs: z.number().nullable().describe('Estimated; null until there is something to estimate from.'),
  error: z.string().nullable().describe('A sentence, when it failed.'),
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
})
export type DemoLoadView = z.output<typeof demoLoadSchema>

export const demoSchema = z.strictObject({
  load: demoLoadSchema.nullable(),
  mayLoad: z.boolean().describe('Nothing has come in yet, or a load stopped before its end.'),
})
