import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OccurrenceCounter } from './occurrence-counter'
import { RowIdentity } from './row-identity'

const row = { user: '7', event: 'login', ts: '2014-05-01T00:00:00Z', note: '' }
const columns = Object.keys(row)

describe('RowIdentity', () => {
  it('gives equal rows different ids, and the same ones when the file is read again', () => {
    const read = () => {
      const identity = new RowIdentity('events', columns)
      return [row, { ...row, user: '8' }, row, row].map((values) => identity.idOf(values))
    }
    const ids = read()
    expect(new Set(ids).size).toBe(4)
    expect(ids[0]).toMatch(/^row:[0-9a-f]{32}$/)
    expect([ids[2], ids[3]]).toEqual([`${ids[0]}-2`, `${ids[0]}-3`])
    expect(read()).toEqual(ids)
  })

  it('does not depend on the order of columns or keys, nor on empty cells', () => {
    const other = { ts: row.ts, event: row.event, user: row.user }
    const id = new RowIdentity('events', columns).idOf(row)
    expect(new RowIdentity('events', Object.keys(other)).idOf(other)).toBe(id)
    const nested = (value: object) => new RowIdentity('events', null).idOf({ value })
    expect(nested({ a: 1, b: [{ c: 1, d: 2 }] })).toBe(nested({ b: [{ d: 2, c: 1 }], a: 1 }))
  })

  it('depends on the kind, on every cell and on which column holds it', () => {
    const id = new RowIdentity('events', columns).idOf(row)
    const others = [
      { ...row, note: 'x' },
      { ...row, user: 'login', event: '7' },
      { ...row, user: '77' },
    ]
    const ids = others.map((values) => new RowIdentity('events', columns).idOf(values))
    expect(new Set([id, new RowIdentity('outcomes', columns).idOf(row), ...ids]).size).toBe(5)
  })
})

describe('OccurrenceCounter', () => {
  it('counts as a Map does, also beyond a byte and while it grows', () => {
    const hash = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 3 }))
    fc.assert(
      fc.property(fc.array(hash, { maxLength: 2000, size: 'max' }), (hashes) => {
        const counter = new OccurrenceCounter()
        const seen = new Map<string, number>()
        for (const [a, b] of hashes) {
          const before = seen.get(`${a} ${b}`) ?? 0
          seen.set(`${a} ${b}`, before + 1)
          expect(counter.next(a, b)).toBe(before)
        }
      }),
      { numRuns: 20 },
    )
    const one = new OccurrenceCounter()
    expect(Array.from({ length: 700 }, () => one.next(5, 9))).toEqual(
      Array.from({ length: 700 }, (_, i) => i),
    )
  })

  it('keeps a hundred thousand hashes apart', () => {
    const counter = new OccurrenceCounter()
    const count = () => {
      let total = 0
      for (let i = 0; i < 100_000; i += 1)
        total += counter.next(Math.imul(i, 2654435761), Math.imul(i, 40503))
      return total
    }
    expect([count(), count()]).toEqual([0, 100_000])
  })
})
