import { describe, expect, it } from 'vitest'
import { hurwitzZeta } from './hurwitz-zeta'
import { reachableStars } from './reachable-stars'
import { contactModel } from './testing'

const harmonic = (n: number) => Array.from({ length: n }, (_, k) => 1 / (k + 1)).reduce((a, b) => a + b, 0)

const of = (...given: Parameters<typeof contactModel>) => {
  const { readers, unreached } = reachableStars(contactModel(...given))
  const [reads, clicks] = readers
  if (!reads || !clicks) throw new Error('two readers')
  return { reads, clicks, unreached }
}

describe('Hurwitz zeta', () => {
  it('ζ(2, 1) = π²/6, ζ(2, 0.5) = π²/2, ζ(4, 1) = π⁴/90, ζ(1.5, 1) = 2.612375348685488', () => {
    expect(hurwitzZeta(2, 1)).toBeCloseTo(Math.PI ** 2 / 6, 13)
    expect(hurwitzZeta(2, 0.5)).toBeCloseTo(Math.PI ** 2 / 2, 13)
    expect(hurwitzZeta(4, 1)).toBeCloseTo(Math.PI ** 4 / 90, 13)
    expect(hurwitzZeta(1.5, 1)).toBeCloseTo(2.612375348685488, 12)
  })

  it('begins one term later where a is one more', () => {
    for (const s of [1.01, 1.3, 2.7, 9])
      for (const a of [0.1, 1, 3.7, 40])
        expect(hurwitzZeta(s, a) - hurwitzZeta(s, a + 1)).toBeCloseTo(a ** -s, a < 1 && s > 3 ? 5 : 9)
  })
})

describe('reachable stars', () => {
  it('gravity 1: reads alone 6.040, 9.114 and 10.472 after 10, 52 and 104 messages, and no end', () => {
    const { reads, clicks, unreached } = of()
    expect(reads.after.map(({ messages }) => messages)).toEqual([10, 52, 104])
    const sums = [10, 52, 104].map((messages) => 2 * harmonic(messages + 1))
    reads.after.forEach(({ score }, mark) => expect(score).toBeCloseTo(sums[mark] ?? 0, 9))
    expect(reads.after.map(({ stars }) => stars)).toEqual([4, 5, 5])
    expect(reads.limit).toEqual({ score: null, stars: 5 })
    expect(clicks.after.map(({ stars }) => stars)).toEqual([5, 5, 5])
    expect(unreached).toEqual([])
  })

  it('gravity 2: reads alone at most 3.289868; reads and clicks 4·π²/8 + 2·π²/24', () => {
    const { reads, clicks, unreached } = of({ gravity: 2 })
    expect(reads.limit.score).toBeCloseTo(Math.PI ** 2 / 3, 9)
    expect(reads.limit.stars).toBe(3)
    expect(clicks.limit.score).toBeCloseTo((4 * Math.PI ** 2) / 8 + (2 * Math.PI ** 2) / 24, 9)
    expect(clicks.after[2]?.score).toBeLessThan(clicks.limit.score ?? 0)
    expect(clicks.limit.score).toBeLessThan((clicks.after[2]?.score ?? 0) + 6 / 208)
    expect(unreached).toEqual([5])
  })

  it('by time: a message a week, each a week older on the clock', () => {
    const { reads } = of({ gravity: 2, clock: { type: 'time', unit: 'week' }, floor: null })
    expect(reads.limit.score).toBeCloseTo(Math.PI ** 2 / 3, 9)
    const byDay = of({ gravity: 1.5, clock: { type: 'time', unit: 'day' } })
    const sum = Array.from({ length: 105 }, (_, week) => 2 / (1 + 7 * week) ** 1.5).reduce((a, b) => a + b, 0)
    expect(byDay.reads.after[2]?.score).toBeCloseTo(sum, 9)
    expect(byDay.reads.limit.score).toBeGreaterThan(sum)
    expect(byDay.unreached).toEqual([5])
  })

  it('one action per message: the click alone counts', () => {
    const { clicks } = of({ dedupe: 'message' })
    expect(clicks.after[0]?.score).toBeCloseTo(4 * harmonic(10) + 2 / 11, 9)
  })

  it('where nothing of it counts the subscription stays by position, and fades to the floor by time', () => {
    const still = of({ actions: [] })
    expect(still.reads.limit).toEqual({ score: 2, stars: 2 })
    expect(still.unreached).toEqual([3, 4, 5])
    const fading = of({ actions: [], clock: { type: 'time' } })
    expect(fading.clicks.limit).toEqual({ score: 2, stars: 2 })
    const bare = of({ actions: [], clock: { type: 'time' }, floor: null })
    expect(bare.clicks.limit).toEqual({ score: 0, stars: 1 })
    expect(bare.reads.most).toBe(2)
  })

  it('without gravity there is no end, and every star comes', () => {
    expect(of({ gravity: 0 }).reads).toMatchObject({ limit: { score: null, stars: 5 }, most: 5 })
  })
})
