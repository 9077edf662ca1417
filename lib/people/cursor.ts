import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '@/lib/server/errors'

/** Where a page ended: of which listing, and the sort key and id of its last person. */
const cursorSchema = z.strictObject({
  run: z.uuid().nullable(),
  sort: z.string(),
  order: z.string(),
  key: z.union([z.number(), z.string()]),
  person: z.string().regex(/^\d+$/),
})
export type Cursor = z.infer<typeof cursorSchema>

const algorithm = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

let derived: Buffer | undefined

function cursorKey(): Buffer {
  derived ??= Buffer.from(
    hkdfSync('sha256', process.env.NEXTAUTH_SECRET ?? randomBytes(32), '', 'people.list cursor', 32),
  )
  return derived
}

/** Sealed: the last person's key may be an e-mail or an internal id, which the asker may not be meant to see. */
export function sealCursor(cursor: Cursor): string {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv(algorithm, cursorKey(), iv)
  const body = Buffer.concat([cipher.update(JSON.stringify(cursor), 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/** Throws AppError `invalid` for what is not a cursor of ours. */
export function openCursor(text: string): Cursor {
  try {
    const bytes = Buffer.from(text, 'base64url')
    const decipher = createDecipheriv(algorithm, cursorKey(), bytes.subarray(0, ivBytes))
    decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
    const body = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()])
    return cursorSchema.parse(JSON.parse(body.toString('utf8')))
  } catch {
    throw new AppError('invalid', 'This cursor is not one of ours, or from before a restart. Start again.', [
      'cursor',
    ])
  }
}
