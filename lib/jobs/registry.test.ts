import { parseCrontab } from 'graphile-worker'
import { expect, test } from 'vitest'
import { crontab, taskList } from './registry'

test('the queue understands the timetable, and every job of it exists', () => {
  const items = parseCrontab(crontab)
  expect(items.map(({ task }) => task)).toEqual(['tick', 'prune-snapshots'])
  for (const { task, options } of items) {
    expect(taskList[task]).toBeInstanceOf(Function)
    expect(options).toMatchObject({ jobKey: task, maxAttempts: 1, backfillPeriod: 0 })
  }
})
