import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { machineAgent } from './machine-agents'
import { markMachines, type SeenAction } from './machine-rules'

type Written = [id: string, action: SeenAction['action'], seconds: number, more?: Partial<SeenAction>]
const m = { messageId: 'm' }
const seen = (...written: Written[]): SeenAction[] =>
  written.map(([id, action, seconds, more]) => ({ id, action, at: seconds * 1000, ...more }))
const marked = (actions: readonly SeenAction[]) =>
  Object.fromEntries(markMachines(actions).flatMap(({ id, machine, machineReason }) => (machine ? [[id, machineReason]] : []))) // prettier-ignore

describe('a click soon after delivery', () => {
  it('delivered at 0 s, clicked at 1.9 s: machine; at 2 s: not', () => {
    const delivered: Written = ['d', 'delivered', 0, m]
    expect(marked(seen(delivered, ['a', 'click', 1.9, m]))).toEqual({ a: 'clicked 1.9 s after delivery' })
    expect(marked(seen(delivered, ['a', 'click', 1.999, m]))).toEqual({ a: 'clicked 1.9 s after delivery' })
    expect(marked(seen(delivered, ['a', 'click', 2, m]))).toEqual({})
  })

  it('is asked of the first delivery, the same message, and a click alone', () => {
    const delivered: Written[] = [
      ['e', 'delivered', 9, m],
      ['d', 'delivered', 0, m],
    ]
    expect(marked(seen(...delivered, ['a', 'click', 10, m]))).toEqual({})
    expect(marked(seen(...delivered, ['a', 'click', 1, { messageId: 'other' }], ['b', 'click', 1]))).toEqual(
      {},
    )
    expect(marked(seen(...delivered, ['a', 'read', 1, m]))).toEqual({})
    expect(marked(seen(['d', 'delivered', 5, m], ['a', 'click', 4, m]))).toEqual({})
  })
})

describe('a burst of clicks', () => {
  const click = (id: string, seconds: number, url = id): Written => [id, 'click', seconds, { ...m, url }]

  it('three distinct links within 2 s are a machine’s, all of them', () => {
    const reason = 'one of 3 or more links clicked within 2 s'
    expect(marked(seen(click('a', 10), click('c', 12), click('b', 11), click('d', 14.5)))).toEqual({
      a: reason,
      b: reason,
      c: reason,
    })
  })

  it('two links, one link often, or three in a longer time are not', () => {
    expect(marked(seen(click('a', 10), click('b', 10.1)))).toEqual({})
    expect(marked(seen(click('a', 10, 'x'), click('b', 10.1, 'x'), click('c', 10.2, 'y')))).toEqual({})
    expect(marked(seen(click('a', 10), click('b', 11), click('c', 12.001)))).toEqual({})
  })
})

describe('a user agent', () => {
  test.each([
    [
      'Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)',
      'Google’s image proxy',
    ],
    ['YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html', 'Yahoo’s mail proxy'],
    ['Mozilla/5.0', 'Apple’s mail privacy proxy'],
    ['BarracudaCentral link check', 'a scanner (Barracuda)'],
    ['python-requests/2.31', 'a script'],
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'a crawler'],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/120.0 Safari/537.36',
      'a browser without a screen',
    ],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)', null],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0',
      null,
    ],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148', null],
    ['Microsoft Office/16.0 (Microsoft Outlook 16.0.17328; Pro)', null],
    ['', null],
  ])('%s', (userAgent, what) => {
    expect(machineAgent(userAgent)).toBe(what)
  })

  it('marks reads and clicks, and nothing else', () => {
    const proxy = { userAgent: 'GoogleImageProxy' }
    expect(marked(seen(['a', 'read', 1, proxy], ['b', 'click', 2, proxy], ['c', 'reply', 3, proxy]))).toEqual(
      {
        a: 'opened by Google’s image proxy',
        b: 'clicked by Google’s image proxy',
      },
    )
  })
})

test('what is marked already keeps its reason', () => {
  const sent: Written = [
    'a',
    'read',
    1,
    { machine: true, machineReason: 'sg_machine_open', userAgent: 'curl/8' },
  ]
  expect(marked(seen(sent))).toEqual({ a: 'sg_machine_open' })
})

test('marks are a function of the set of actions, and marking twice changes nothing', () => {
  const anyAction = fc.record({
    action: fc.constantFrom<SeenAction['action']>('click', 'delivered', 'read'),
    at: fc.integer({ min: 0, max: 20 }).map((half) => half * 500),
    messageId: fc.constantFrom('m', 'n'),
    url: fc.constantFrom('x', 'y', 'z'),
  })
  const lists = fc
    .array(anyAction, { maxLength: 12 })
    .map((actions) => actions.map((one, index) => ({ ...one, id: `e${index}` })))
    .chain((actions) =>
      fc.tuple(fc.constant(actions), fc.shuffledSubarray(actions, { minLength: actions.length })),
    )
  fc.assert(
    fc.property(lists, ([actions, shuffled]) => {
      const marks = markMachines(actions)
      expect(marked(shuffled)).toEqual(marked(actions))
      expect(markMachines(marks)).toEqual(marks)
    }),
  )
})
