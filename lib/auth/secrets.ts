import { createHash, randomBytes } from 'node:crypto'

/** What a secret is for, readable in its first letters. */
const secretPrefixes = { writeKey: 'wk_', apiKey: 'ak_', link: 'ln_' } as const

/** 256 random bits, URL-safe. */
export const newSecret = (kind: keyof typeof secretPrefixes): string =>
  secretPrefixes[kind] + randomBytes(32).toString('base64url')

/** SHA-256, hex: enough for secrets with 256 random bits; passwords go through `passwords.ts`. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** The first characters, to tell secrets apart in a list. */
export const secretHint = (secret: string): string => `${secret.slice(0, 7)}…`
