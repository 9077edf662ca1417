import type { Task, TaskList } from 'graphile-worker'
import { scoreRun } from '@/lib/engagement/score-run'
import { importFile } from '@/lib/imports/import-file'
import type { Jobs } from './queue'

/** Every job and the function that does it. */
const handlers: { [Name in keyof Jobs]: (payload: Jobs[Name]) => Promise<void> } = {
  'score-run': scoreRun,
  'import-file': importFile,
}

export const taskList: TaskList = Object.fromEntries(
  Object.entries(handlers).map(([name, handler]) => [
    name,
    ((payload) => handler(payload as never)) satisfies Task,
  ]),
)
