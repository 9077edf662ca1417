import { operation } from '@/lib/server/operation'
import { tierStepsOutput, tierStepsSchema } from './schema'
import { tierStepsOf } from './tier-steps'

export const tierSteps = operation({
  name: 'tiers.steps',
  permission: 'scores:read',
  input: tierStepsSchema,
  output: tierStepsOutput,
  run: tierStepsOf,
})
