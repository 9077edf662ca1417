import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { AppError } from './errors'

const algorithm = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

let derived: Buffer | undefined

/** All processes of an installation share NEXTAUTH_SECRET; without one a seal holds as long as this process. */
function sealKey(): Buffer {
  derived ??= Buffer.from(
    hkdfSync('sha256', process.env.NEXTAUTH_SECRET ?? randomBytes(32), '', 'cursor', 32),
  )
  return derived
}

/**
 * A value that the caller keeps and brings back, but cannot read or change: a cursor ends at somebody, and their e-mail
 * or internal id is not for everybody.
 */
export function seal(value: unknown): string {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv(algorithm, sealKey(), iv)
  const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/** Throws AppError `invalid` for what this product did not seal, or sealed for something else. */
export function unseal<S extends z.ZodType>(schema: S, text: string, field: string): z.output<S> {
  try {
    const bytes = Buffer.from(text, 'base64url')
    const decipher = createDecipheriv(algorithm, sealKey(), bytes.subarray(0, ivBytes))
    decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
    const body = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()])
    return schema.parse(JSON.parse(body.toString('utf8')))
  } catch {
    throw new AppError('invalid', `${field}: this is not one of ours. Start from the first page.`, [field])
  }
}
