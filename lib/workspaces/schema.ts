import { IANAZone } from 'luxon'
import { z } from 'zod'
import { instant } from '@/lib/api/shapes'

export const timeZoneSchema = z
  .string()
  .refine((zone) => IANAZone.isValidZone(zone), 'Give a time zone by its IANA name, e.g. Europe/Berlin.')

export const slugSchema = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/, 'Use 1 to 48 small letters, digits and hyphens.')

export const workspaceNameSchema = z
  .string()
  .trim()
  .min(1, 'Give the workspace a name.')
  .max(80, 'At most 80 characters.')

export const workspaceSchema = z.strictObject({
  slug: z.string(),
  name: z.string(),
  /** IANA name; a day is a day of this zone. */
  timeZone: z.string(),
  people: z.number(),
  events: z.number(),
  /** When the newest event happened, and when the newest by HTTP came in. */
  lastEvent: instant.nullable(),
  lastReceivedAt: instant.nullable(),
})

export const createWorkspaceSchema = z.strictObject({
  name: workspaceNameSchema,
  slug: slugSchema.optional().describe('Its name in addresses; made from the name where it is left out.'),
  timeZone: timeZoneSchema,
})

export const newWorkspaceSchema = z.strictObject({ slug: z.string(), name: z.string(), timeZone: z.string() })

export const updateWorkspaceSchema = z.strictObject({ name: workspaceNameSchema, timeZone: timeZoneSchema })

export const keyNameSchema = z
  .string()
  .trim()
  .min(1, 'Give the key a name.')
  .max(80, 'At most 80 characters.')

export const roles = ['owner', 'admin', 'editor', 'success', 'viewer'] as const

export const createApiKeySchema = z.strictObject({ name: keyNameSchema, role: z.enum(roles) })
