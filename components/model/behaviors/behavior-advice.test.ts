import { expect, test } from 'vitest'
import { modelOf } from '@/lib/scoring/engagement/testing'
import { behaviorAdvice } from './behavior-advice'

const five = ['a', 'b', 'c', 'd', 'e'].map((event) => ({ key: event, name: event.toUpperCase(), event }))
const facts = (key: string, share: number) => ({ key, people: Math.round(share * 100), share, median: 1 })

function told(
  behaviors: Parameters<typeof modelOf>[0],
  result: Parameters<typeof behaviorAdvice>[1] = null,
  rest: Parameters<typeof modelOf>[1] = {},
) {
  return behaviorAdvice(modelOf(behaviors, rest), result).map(({ words }) =>
    words.map((word) => (typeof word === 'string' ? word : `*${word.strong}*`)).join(''),
  )
}

test('five behaviors that differ need no advice', () => {
  expect(told(five)).toEqual([])
  expect(told(five, { behaviors: [facts('a', 0.899)], together: [] })).toEqual([])
})

test('what nearly everybody does and what nobody does is told', () => {
  expect(told(five, { behaviors: [facts('a', 0.93), facts('b', 0)], together: [] })).toEqual([
    '*A* is done by 93%: it separates few people.',
    'Nobody did *B* in this window.',
  ])
})

test('behaviors of the same people are told with their correlation', () => {
  expect(told(five, { behaviors: [], together: [{ a: 'a', b: 'c', r: 0.4449 }] })).toEqual([
    '*A* and *C* move together (r = 0.44).',
  ])
})

test('two that count the same events overlap, unless one of them asks for more', () => {
  const [, , , , last] = five
  expect(told([...five, { name: 'F', event: 'e' }])).toEqual(['*E* and *F* count the same events (e).'])
  const asks = {
    match: { any: [{ event: 'e', where: [{ property: 'size', op: 'gt' as const, value: 5 }] }] },
  }
  expect(told([...five, { ...last, key: 'f', ...asks }])).toEqual([])
  expect(told([...five, { key: 'f', name: 'F', event: 'e', enabled: false }])).toEqual([])
})

test('any activity is said once, not of every other behavior', () => {
  expect(told([...five, { name: 'Any', event: '*' }])).toEqual([
    '*Any* counts any activity, so also what the others count.',
  ])
})

test('a negative weight is flagged where weights weigh', () => {
  const [first, ...rest] = five.map((behavior) => ({ ...behavior, value: 3 }))
  expect(told([{ ...first, weight: -2 }, ...rest])).toEqual([
    '*A* has a negative weight: doing it lowers the score.',
  ])
  expect(told([{ ...first, weight: -2 }, ...rest], null, { weighting: { mode: 'rfm' } })).toEqual([])
})

test('too few and too many enabled ones are counted', () => {
  expect(told(five.slice(1))).toEqual(['*4* of 5–10 advised: few say little about how people differ.'])
  const eleven = Array.from({ length: 11 }, (_, j) => ({ event: `event ${j}` }))
  expect(told(eleven)).toEqual(['*11* of 5–10 advised: many are hard to explain.'])
})
