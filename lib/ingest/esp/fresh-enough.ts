import type { Refused } from './adapter'

const MINUTE = 60_000
/** Clocks differ: this far ahead of ours a signed time may be. */
const ahead = 5 * MINUTE

/** Null where the signed time (ms) lies within `tolerance` before `now`, else the refusal. */
export function freshEnough(signedAt: number | null, now: Date, tolerance: number): Refused | null {
  if (signedAt === null) return { code: 'signature', message: 'The signature names no time.' }
  const age = now.getTime() - signedAt
  if (age > tolerance)
    return { code: 'stale', message: `The delivery was signed ${Math.round(age / MINUTE)} minutes ago.` }
  if (age < -ahead) return { code: 'stale', message: 'The delivery was signed in the future.' }
  return null
}

/** Unix seconds as a header or a field writes them, in ms. */
export const unixSeconds = (text: string | null): number | null =>
  text !== null && /^\d{1,12}$/.test(text) ? Number(text) * 1000 : null
