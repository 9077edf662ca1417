import { expect, test } from 'vitest'
import { steps } from './done-steps'
import { firstSteps } from './first-steps'

const everything = {
  workspace: 'demo',
  model: 'm1',
  mayWriteModels: true,
  mayExport: true,
  mayCreateWorkspaces: true,
}
const stepsOf = (rights: Partial<typeof everything>) =>
  firstSteps({ ...everything, ...rights }).map(({ step }) => step)

test('an owner is led through every step, to where it is done', () => {
  expect(stepsOf({})).toEqual([...steps])
  expect(firstSteps(everything).map(({ href }) => href)).toEqual([
    '#distribution',
    '/w/demo/models/m1',
    '#movers',
    '/api/exports/at-risk?workspace=demo&model=m1',
    '/w/demo/new',
  ])
})

test('what somebody may not do is not asked of them', () => {
  expect(stepsOf({ mayWriteModels: false })).not.toContain('weight')
  expect(stepsOf({ mayExport: false })).not.toContain('export')
  expect(stepsOf({ mayCreateWorkspaces: false })).not.toContain('own-data')
})

test('looking at a model does not move a weight, so its link ticks nothing', () => {
  expect(firstSteps(everything).filter(({ doneByLink }) => !doneByLink)).toMatchObject([{ step: 'weight' }])
})
