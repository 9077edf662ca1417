import { expect, test } from 'vitest'
import type { ActivityItem } from '@/lib/activity/client'
import { ofWhat, standOf, titleOf } from './words'

const item = (given: Partial<ActivityItem>): ActivityItem => ({
  ...{ kind: 'run', id: '1', name: 'Product', state: 'running', progress: 0.25, done: null, total: null },
  ...{ unit: null, remainingMs: null, asOf: null, error: null, startedAt: null, finishedAt: null },
  mayCancel: false,
  ...given,
})

test('a restatement says how many weeks, how many are done, and how long it will take', () => {
  const weeks = item({ kind: 'restatement', done: 31, total: 52, unit: 'weeks', remainingMs: 123_456 })
  expect([titleOf(weeks), standOf(weeks), ofWhat(weeks, 'UTC')]).toEqual([
    'Restating 52 weeks',
    '31 of 52 · about 2 min left',
    'Product',
  ])
})

test('a run says its model and day, and how far it is', () => {
  const run = item({ asOf: '2026-03-02T00:00:00.000Z', remainingMs: 4_321 })
  expect([titleOf(run), standOf(run), ofWhat(run, 'UTC')]).toEqual([
    'Scoring Product',
    '25% · about 4 s left',
    '2 Mar 2026',
  ])
  expect(standOf(item({ state: 'queued' }))).toBe('waits')
})

test('contacts that are rated are told by their model', () => {
  const rating = item({ kind: 'rating', name: 'Newsletter', asOf: '2026-03-02T00:00:00.000Z' })
  expect([titleOf(rating), ofWhat(rating, 'UTC')]).toEqual(['Rating contacts by Newsletter', null])
  const done = { ...rating, state: 'done' as const, done: 6179, unit: 'contacts' as const }
  expect([titleOf(done), standOf(done)]).toEqual(['Stars by Newsletter', 'done · 6,179 contacts'])
})

test('what has ended is told in the past', () => {
  const done = item({ kind: 'import', name: 'log.csv', state: 'done', done: 1200, unit: 'rows' })
  expect([titleOf(done), standOf(done)]).toEqual(['Import of log.csv', 'done · 1,200 rows'])
  expect(standOf(item({ state: 'failed', error: 'No room.' }))).toBe('failed')
})
