import { expect, test } from 'vitest'
import { type BatchPart, batchOf } from './batch-of'

const at = (text: string) => new Date(`${text}T00:00:00Z`)
const part = (given: Partial<BatchPart>): BatchPart => ({
  state: 'done',
  runs: 1,
  progress: 0,
  first: at('2025-03-03'),
  last: at('2025-03-03'),
  startedAt: null,
  finishedAt: null,
  error: null,
  ...given,
})

test('31 of 52 weeks done and one halfway is running, with what was done before and what waits', () => {
  const batch = batchOf([
    part({ runs: 31, first: at('2025-03-10'), last: at('2025-10-06'), startedAt: at('2026-03-02') }),
    part({ state: 'running', progress: 0.5, first: at('2025-10-13'), last: at('2025-10-13') }),
    part({ state: 'queued', runs: 20, first: at('2025-10-20'), last: at('2026-03-02') }),
  ])
  expect(batch).toMatchObject({ state: 'running', done: 31, total: 52, unit: 'weeks', finishedAt: null })
  expect(batch.progress).toBeCloseTo(31.5 / 52, 12)
  expect(batch.startedAt).toEqual(at('2026-03-02'))
})

test('it waits until one begins, and ends as its worst run did', () => {
  expect(batchOf([part({ state: 'queued', runs: 3 })]).state).toBe('queued')
  expect(batchOf([part({ runs: 3 })])).toMatchObject({ state: 'done', progress: 1 })
  expect(batchOf([part({}), part({ state: 'cancelled' })]).state).toBe('cancelled')
  const failed = batchOf([
    part({}),
    part({ state: 'failed', error: 'No room.', finishedAt: at('2026-03-02') }),
  ])
  expect(failed).toMatchObject({ state: 'failed', error: 'No room.', finishedAt: at('2026-03-02') })
})

test('points a day apart are days, others are instants', () => {
  const over = (runs: number, last: string) => batchOf([part({ runs, last: at(last) })]).unit
  expect(over(8, '2025-03-10')).toBe('days')
  expect(over(2, '2025-05-01')).toBe('instants')
})
