import { Info } from 'luxon'

const day = 86_400_000
const quarter = 900_000
const mostRemembered = 50_000

/**
 * A function from a wall clock's reading, as ms since epoch if it were UTC, to the instant, ms. Where the clock is
 * put forward or back the offset in force before the change counts: of a repeated hour the first pass is meant, and
 * a time that was skipped lies as far after the change as it says.
 */
export function localClock(timeZone: string): (wall: number) => number {
  const zone = Info.normalizeZone(timeZone)
  if (!zone.isValid) throw new RangeError(`unknown time zone: ${timeZone}`)
  const offsetAt = (instant: number) => zone.offset(instant) * 60_000
  const find = (wall: number) => {
    const before = offsetAt(wall - day)
    if (offsetAt(wall - before) === before) return before
    const after = offsetAt(wall + day)
    return offsetAt(wall - after) === after ? after : before
  }
  // Offsets change on quarters of an hour since 1970; asking the zone costs more than all the rest of a row.
  const remembered = new Map<number, number>()
  return (wall) => {
    if (wall < 4 * 365 * day) return wall - find(wall)
    const key = Math.floor(wall / quarter)
    let offset = remembered.get(key)
    if (offset === undefined) {
      offset = find(key * quarter)
      if (remembered.size >= mostRemembered) remembered.clear()
      remembered.set(key, offset)
    }
    return wall - offset
  }
}
