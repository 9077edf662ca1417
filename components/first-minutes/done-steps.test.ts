import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dismiss, keptText, markDone, onFirstMinutes, parseFirstMinutes } from './done-steps'

const kept = new Map<string, string>()
const nothing = { done: [], dismissed: false }
const of = (workspace: string) => parseFirstMinutes(keptText(workspace) ?? null)

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  })
})
afterEach(() => {
  kept.clear()
  vi.unstubAllGlobals()
})

test.each([null, '', 'nonsense', '7', '[]', '{"done":"weight"}', '{"done":[null,"other"]}'])(
  'a kept text of %j is a list of which nothing is done',
  (text) => expect(parseFirstMinutes(text)).toEqual(nothing),
)

test('steps are ticked once each, in the order of the list, and stay ticked when it is put away', () => {
  const told = vi.fn()
  const end = onFirstMinutes(told)
  markDone('demo', 'movers')
  markDone('demo', 'distribution')
  markDone('demo', 'movers')
  expect(told).toHaveBeenCalledTimes(2)
  expect(of('demo')).toEqual({ done: ['distribution', 'movers'], dismissed: false })
  dismiss('demo')
  end()
  markDone('demo', 'export')
  expect(told).toHaveBeenCalledTimes(3)
  expect(of('demo')).toEqual({ done: ['distribution', 'movers', 'export'], dismissed: true })
})

test('each workspace has its own list', () => {
  markDone('demo', 'weight')
  dismiss('other')
  expect(of('demo')).toEqual({ done: ['weight'], dismissed: false })
  expect(of('other')).toEqual({ done: [], dismissed: true })
})

test('where the browser keeps nothing, nothing is ticked and nothing fails', () => {
  vi.stubGlobal('localStorage', undefined)
  markDone('demo', 'weight')
  expect(keptText('demo')).toBeUndefined()
})
