import { z } from 'zod'
import { AppError } from '@/lib/server/errors'
import { seal, unseal } from '@/lib/server/sealed'

const schema = z.strictObject({ providerSecret: z.string() })

/** A provider's secret as it is stored: a signature is checked against the secret itself, so a hash would not do. */
export const sealSecret = (secret: string): string => seal({ providerSecret: secret })

/** The secret again; null where it was sealed under another secret of the installation. */
export function openSecret(sealed: string): string | null {
  try {
    return unseal(schema, sealed, 'secret').providerSecret
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
