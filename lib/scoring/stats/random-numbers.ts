/**
 * **Random numbers** of a seed: the generator mulberry32, the same sequence for the same seed everywhere. Good for
 * drawing samples, never for secrets.
 *
 * @param seed a whole number; its lowest 32 bits count
 * @returns a function that gives the next number of [0, 1)
 */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
