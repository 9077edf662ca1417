import { z } from 'zod'
import { minimumPasswordLength } from '@/lib/auth/minimum-password-length'
import { timeZoneSchema, workspaceNameSchema } from '@/lib/workspaces/schema'

const email = z.string().trim().toLowerCase().pipe(z.email('Give an e-mail address.'))
const password = z
  .string()
  .min(minimumPasswordLength, `At least ${minimumPasswordLength} characters.`)
  .max(512, 'At most 512 characters.')

export const accountSchema = z.strictObject({ email, password })

export const welcomeSchema = z.strictObject({
  email,
  password,
  workspaceName: workspaceNameSchema,
  timeZone: timeZoneSchema,
})
