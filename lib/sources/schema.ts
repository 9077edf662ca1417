import { z } from 'zod'
import { instant, pageInput, pageOf } from '@/lib/api/shapes'
import { keyNameSchema } from '@/lib/workspaces/schema'

export const sourceIdSchema = z.strictObject({ id: z.uuid() })

export const createSourceSchema = z.strictObject({ name: keyNameSchema })

/** A key that was just made; `secret` is in no other answer. */
export const createdSourceSchema = z.strictObject({ id: z.uuid(), secret: z.string() })

export const listSourcesSchema = z.strictObject(pageInput)

/** A write key, and what came in by it. */
export const sourceSchema = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  /** First characters of the key, to tell keys apart. */
  prefix: z.string(),
  createdAt: instant,
  revokedAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
  accepted: z.number(),
  refused: z.number(),
  lastReceived: instant.nullable(),
})

export const sourcesPageSchema = pageOf(sourceSchema)

export const rejectedEventsSchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(1000).default(50),
})
