/** Four 32-bit numbers from a text (FNV-1a with four offsets), to begin a sequence with. */
function seedsOf(text: string): [number, number, number, number] {
  const seeds: [number, number, number, number] = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35]
  for (let i = 0; i < text.length; i++)
    for (let part = 0; part < 4; part++)
      seeds[part] = Math.imul((seeds[part] ?? 0) ^ text.charCodeAt(i), 0x01000193 + part * 2) >>> 0
  return seeds
}

/**
 * A sequence of numbers that looks random and is the same for the same name, on every machine (Doty-Humphrey's sfc32
 * and textbook distributions). What is drawn for one name never depends on how much was drawn for another.
 */
export class Random {
  private a: number
  private b: number
  private c: number
  private d: number
  private spare: number | null = null

  constructor(name: string) {
    ;[this.a, this.b, this.c, this.d] = seedsOf(name)
    for (let i = 0; i < 12; i++) this.next()
  }

  /** Uniform in [0, 1). */
  next(): number {
    const sum = (this.a + this.b + this.d) | 0
    this.d = (this.d + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum
    return (sum >>> 0) / 4_294_967_296
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** A whole number in [from, to). */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from))
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.int(0, choices.length)]
    if (choice === undefined) throw new RangeError('nothing to pick from')
    return choice
  }

  /** Mean 0, standard deviation 1 (polar method). */
  normal(): number {
    if (this.spare !== null) {
      const spare = this.spare
      this.spare = null
      return spare
    }
    for (;;) {
      const x = 2 * this.next() - 1
      const y = 2 * this.next() - 1
      const square = x * x + y * y
      if (square === 0 || square >= 1) continue
      const scale = Math.sqrt((-2 * Math.log(square)) / square)
      this.spare = y * scale
      return x * scale
    }
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next())
  }

  /** Knuth's product of uniforms: for means of a few. */
  poisson(mean: number): number {
    const limit = Math.exp(-mean)
    let count = 0
    for (let product = this.next(); product > limit; product *= this.next()) count += 1
    return count
  }
}
