import { operation } from '@/lib/server/operation'
import { activityOf } from './list-activity'
import { activitySchema, listActivitySchema } from './schema'

export const listActivity = operation({
  name: 'activity.list',
  permission: 'workspace:read',
  input: listActivitySchema,
  output: activitySchema,
  run: activityOf,
})
