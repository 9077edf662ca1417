import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
)
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }

/** `salt:hash`, base64url, scrypt with N = 2^15, r = 8, p = 1. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return `${salt.toString('base64url')}:${(await derive(password.normalize('NFKC'), salt, 32, cost)).toString('base64url')}`
}

/** Takes as long for a person without a password (`stored` null) as for a wrong one. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const [salt = 'AAAAAAAAAAAAAAAAAAAAAA', hash = ''] = stored?.split(':') ?? []
  const derived = await derive(password.normalize('NFKC'), Buffer.from(salt, 'base64url'), 32, cost)
  const expected = Buffer.from(hash, 'base64url')
  return expected.length === derived.length && timingSafeEqual(derived, expected)
}
