import { describe, expect, test } from 'vitest'
import type { ChangeStep } from '@/lib/scoring/engagement/explain-change'
import {
  type BehaviorHistory,
  type ChangeContext,
  type ChangeFacts,
  listInWords,
  nameInside,
  reasonInWords,
  stateChangeInWords,
  stepInWords,
  stretchInWords,
  timesInWords,
} from './change-words'

const report = { key: 'report', name: 'Ran a report', measure: { type: 'count' as const } }
const open = { key: 'open', name: 'Opened the app', measure: { type: 'days' as const } }

test('numbers are said as people say them', () => {
  expect([1, 2, 3, 1200].map(timesInWords)).toEqual(['once', 'twice', '3 times', '1,200 times'])
  expect([7, 14, 28, 24, 1, 0.2, 70].map(stretchInWords)).toEqual(
    ['a week', 'two weeks', 'four weeks', '24 days', '1 day', '1 day', '70 days'], // prettier-ignore
  )
})

test('a name inside a sentence keeps its capitals where it is a name', () => {
  expect(nameInside('Ran a report')).toBe('ran a report')
  expect(nameInside('Report Run')).toBe('Report Run')
  expect(nameInside('API call')).toBe('API call')
  expect(nameInside('Commented')).toBe('commented')
})

test('a list begins a sentence', () => {
  const list = [{ behavior: report, events: 4, days: 3 }, { behavior: open, events: 30, days: 11 }] // prettier-ignore
  expect(listInWords(list)).toBe('Ran a report 4 times, opened the app on 11 days')
})

const feb = (day: number) => new Date(Date.UTC(2026, 1, day))
const mar2 = new Date('2026-03-02T00:00:00Z')

const context: ChangeContext = {
  behaviorOf: (key) => [report, open].find((one) => one.key === key),
  before: { asOf: feb(16), version: 7, stage: 'established' },
  after: { asOf: mar2, version: 7, stage: 'established' },
  reference: { before: { type: 'frozen', asOf: feb(1) }, after: { type: 'frozen', asOf: feb(1) } },
  merged: false,
  timeZone: 'UTC',
}

const step = (cause: ChangeStep['cause'], behaviors: ChangeStep['behaviors'] = [], raw = 0): ChangeStep => ({
  cause,
  raw,
  score: 0,
  behaviors,
})

describe('the line below a cause', () => {
  const both = [
    { key: 'open', raw: 11, events: 30, days: 11 },
    { key: 'report', raw: -20, events: 4, days: 4 },
  ]

  test('names behaviors, the strongest first', () => {
    expect(stepInWords(step('new-occurrences', both), context)).toBe(
      'Ran a report 4 times, opened the app on 11 days',
    )
    expect(stepInWords(step('left-window', both), context)).toBe(
      'Ran a report 4 times, opened the app on 11 days',
    )
    expect(stepInWords(step('ageing', both.slice(1)), context)).toBe('two weeks older: Ran a report 4 times')
  })

  test('says when there was nothing', () => {
    expect(stepInWords(step('new-occurrences'), context)).toBe('nothing')
    expect(stepInWords(step('ageing'), context)).toBe('nothing that fades')
    expect(stepInWords(step('corrections'), context)).toBe('none')
    expect(stepInWords(step('version'), context)).toBe('v7 on both dates')
    expect(stepInWords(step('stage'), context)).toBe('established on both dates')
    expect(stepInWords(step('reference'), context)).toBe('none: the reference is frozen on 1 Feb')
  })

  test('says what was corrected, crossed and replaced', () => {
    expect(stepInWords(step('corrections', both.slice(1), 5), context)).toBe(
      'came in late: Ran a report 4 times',
    )
    expect(stepInWords(step('corrections', both.slice(1), 5), { ...context, merged: true })).toBe('merged or came in late: Ran a report 4 times') // prettier-ignore
    expect(stepInWords(step('corrections', [], -5), context)).toBe('people were merged or events erased')
    const moved: ChangeContext = {
      ...context,
      before: { ...context.before, version: 6, stage: 'new' },
      reference: { before: { type: 'rolling', asOf: feb(16) }, after: { type: 'rolling', asOf: mar2 } },
    }
    expect(stepInWords(step('version'), moved)).toBe('v6 → v7')
    expect(stepInWords(step('stage'), moved)).toBe('new → established')
    expect(stepInWords(step('reference'), moved)).toBe('the people of 16 Feb → those of 2 Mar')
  })
})

const none = { events: 0, days: 0 }
const times = (events: number, days = events) => ({ events, days })

function history(
  behavior: typeof report | typeof open,
  raw: number,
  rest: Partial<BehaviorHistory>,
): BehaviorHistory {
  return { behavior, raw, before: none, after: none, since: none, previously: none, newestAge: null, ...rest }
}

const facts = (rest: Partial<ChangeFacts>): ChangeFacts => ({
  cause: 'events',
  up: true,
  behaviors: [],
  from: feb(9),
  days: 28,
  stages: { before: 'new', after: 'established' },
  versions: { before: 1, after: 2 },
  timeZone: 'UTC',
  ...rest,
})

describe('the main reason', () => {
  test('of going up is what was done since, and that it was not before', () => {
    const began = history(report, 60, { since: times(23), after: times(23), newestAge: 1 })
    expect(reasonInWords(facts({ behaviors: [began] }))).toBe('Ran a report 23 times since 9 Feb, never in the four weeks before') // prettier-ignore
    const more = { ...began, previously: times(3), before: times(3) }
    const opened = history(open, 20, { before: times(4), after: times(40, 19), since: times(36, 17) })
    expect(reasonInWords(facts({ behaviors: [opened, more] }))).toBe('Ran a report 23 times since 9 Feb; opened the app on 19 days (was 4)') // prettier-ignore
  })

  test('of going down is what was not done any more', () => {
    const stopped = history(report, -60, { before: times(12), newestAge: 24.2 })
    const rarely = history(open, -17, {
      before: times(40, 19),
      after: times(3, 2),
      since: times(3, 2),
      newestAge: 2,
    })
    const up = history(open, 5, { since: times(9) })
    expect(reasonInWords(facts({ up: false, behaviors: [rarely, stopped, up] }))).toBe('Ran a report: none in 24 days; opened the app on 2 days (was 19)') // prettier-ignore
    expect(reasonInWords(facts({ up: false, behaviors: [rarely] }))).toBe('Opened the app on 2 days (was 19)')
  })

  test('may be another stage, other people, another version, or what was not known', () => {
    expect(reasonInWords(facts({ cause: 'stage' }))).toBe(
      'Now established, was new: compared with other people',
    )
    expect(reasonInWords(facts({ cause: 'reference', up: false }))).toBe('Others did more')
    expect(reasonInWords(facts({ cause: 'version' }))).toBe('The model changed: v1 → v2')
    expect(reasonInWords(facts({ cause: 'corrections' }))).toBe('Events came in late, or people were merged')
    expect(reasonInWords(facts({ up: false }))).toBe('Did less')
  })

  test('of a change of state is the state', () => {
    expect(stateChangeInWords('scored', 'dormant')).toBe(
      'Has a score on the first date, is dormant on the second',
    )
    expect(stateChangeInWords('dormant', 'dormant')).toBe('Is dormant on both dates')
  })
})
