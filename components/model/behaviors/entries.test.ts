import { expect, test } from 'vitest'
import { parseEngagementDocument } from '@/lib/scoring/engagement/document'
import { modelOf } from '@/lib/scoring/engagement/testing'
import { duplicated, keyFrom, moved, newBehavior, patched, rowIds, type WrittenBehavior } from './entries'

const three = (): WrittenBehavior[] =>
  structuredClone(modelOf([{ event: 'a' }, { event: 'b' }, { event: 'c' }]).behaviors) as WrittenBehavior[]

test('an entry moves to another place, and nowhere outside of the list', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b'])
  const list = ['a', 'b']
  for (const [from, to] of [
    [0, -1],
    [1, 2],
    [5, 0],
    [1, 1],
  ] as const) {
    expect(moved(list, from, to)).toBe(list)
  }
})

test('a change of one entry leaves all others the very same', () => {
  const before = three()
  const after = patched(before, 1, { weight: 7 })
  expect(after[1]).toEqual({ ...before[1], weight: 7 })
  expect([after[0] === before[0], after[2] === before[2]]).toEqual([true, true])
  expect(patched(before, 3, { weight: 7 })).toBe(before)
})

test('a copy stands behind its original under a key and a name of its own', () => {
  const twice = duplicated(duplicated(three(), 0), 0)
  expect(twice.map(({ key, name }) => [key, name])).toEqual([
    ['b0', 'b0'],
    ['b0-copy-2', 'b0 (copy) 2'],
    ['b0-copy', 'b0 (copy)'],
    ['b1', 'b1'],
    ['b2', 'b2'],
  ])
})

test('a key comes from a name and is free', () => {
  expect(keyFrom('Ran a report', [])).toBe('ran-a-report')
  expect(keyFrom('Ran a report', ['ran-a-report'])).toBe('ran-a-report-2')
  expect(keyFrom('  Café – öffnen! ', [])).toBe('cafe-offnen')
  expect(keyFrom('…', [])).toBe('behavior')
})

test('a new behavior lacks nothing but its events', () => {
  const write = (fresh: WrittenBehavior, mode: 'heuristic' | 'rfm') =>
    parseEngagementDocument({ kind: 'engagement', name: 'Test', weighting: { mode }, behaviors: [fresh] })
  for (const mode of ['heuristic', 'rfm'] as const) {
    const fresh = newBehavior(three(), mode)
    expect(write(fresh, mode)).toMatchObject({ ok: false, path: ['behaviors', 0, 'match', 'any'] })
    const match = { any: [{ event: 'a', where: [], join: 'all' as const }] }
    expect(write({ ...fresh, match }, mode)).toMatchObject({ ok: true })
  }
})

test('rows have ids of their own, also while keys repeat or are empty', () => {
  expect(rowIds(['a', 'b', 'a', '', ''].map((key) => ({ key })))).toEqual(['a', 'b', 'a#2', '#1', '#2'])
})
