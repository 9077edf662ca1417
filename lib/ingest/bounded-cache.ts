/** A map that forgets what was not used for longest when it holds more than `limit` entries. */
export class BoundedCache<V> {
  private readonly entries = new Map<string, V>()
  /**
   * From the entry unused for longest onwards. Kept, because a new iterator would pass over the places of everything
   * deleted so far, each time again; entries only ever go in at the end, so it never misses one.
   */
  private oldest = this.entries.keys()

  constructor(private readonly limit: number) {}

  get(key: string): V | undefined {
    const value = this.entries.get(key)
    if (value === undefined) return undefined
    this.entries.delete(key)
    this.entries.set(key, value)
    return value
  }

  has(key: string): boolean {
    return this.get(key) !== undefined
  }

  set(key: string, value: V): void {
    this.entries.delete(key)
    this.entries.set(key, value)
    if (this.entries.size <= this.limit) return
    const oldest = this.oldest.next()
    if (!oldest.done) this.entries.delete(oldest.value)
  }

  delete(key: string): void {
    this.entries.delete(key)
  }

  get size(): number {
    return this.entries.size
  }
}
