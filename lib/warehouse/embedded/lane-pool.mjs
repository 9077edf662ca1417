import { Exception } from './exception.mjs'

/**
 * A fixed number of places and a line before them.
 *
 * @template Place
 */
export class LanePool {
  /**
   * @param {string} name
   * @param {Place[]} places
   * @param {number} queue how many may wait
   */
  constructor(name, places, queue) {
    this.name = name
    this.size = places.length
    this.idle = [...places]
    this.queue = queue
    /** @type {Set<(place: Place) => void>} */ this.waiting = new Set()
  }

  /**
   * Waits for a place, in order of arrival.
   *
   * @param {AbortSignal} signal leaves the line
   * @returns {Promise<Place>}
   * @throws {Exception} 202 when the line is full
   */
  async acquire(signal) {
    signal.throwIfAborted()
    const place = this.idle.pop()
    if (place !== undefined) return place
    if (this.waiting.size >= this.queue)
      throw new Exception(
        202,
        'TOO_MANY_SIMULTANEOUS_QUERIES',
        `Too many simultaneous queries for ${this.name}. Running: ${this.size}, waiting: ${this.queue}.`,
      )
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.waiting.delete(take)
        reject(signal.reason)
      }
      const take = (/** @type {Place} */ given) => {
        signal.removeEventListener('abort', leave)
        resolve(given)
      }
      this.waiting.add(take)
      signal.addEventListener('abort', leave, { once: true })
    })
  }

  /** @param {Place} place */
  release(place) {
    const [next] = this.waiting
    if (!next) return void this.idle.push(place)
    this.waiting.delete(next)
    next(place)
  }
}
