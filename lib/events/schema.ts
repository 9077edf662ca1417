import { z } from 'zod'
import { eventKinds } from '@/lib/ingest/canonical-event'

export const eventKindSchema = z.enum(eventKinds)

/** Where the tail goes on: only events received after it. */
export const tailSchema = z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(50) })
