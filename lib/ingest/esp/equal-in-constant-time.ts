import { createHash, timingSafeEqual } from 'node:crypto'

/** True for equal texts; takes the same time wherever they differ, and whatever their lengths. */
export function equalInConstantTime(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
