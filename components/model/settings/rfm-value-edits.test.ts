import { expect, test } from 'vitest'
import { engagementGrammar } from '@/lib/scoring/engagement/grammar/engagement'
import { withMissingValues, withoutValue, withValue } from './rfm-value-edits'

const { behaviors } = engagementGrammar.parse({
  kind: 'engagement',
  name: 'Test',
  behaviors: [
    { key: 'report', name: 'Ran a report', match: { events: ['report'] }, weight: 1, value: 4 },
    { key: 'invite', name: 'Invited', match: { events: ['invite'] }, weight: 1 },
    { key: 'export', name: 'Exported', match: { events: ['export'] }, weight: 1, enabled: false },
  ],
})

test('whatever counts needs a value, what is disabled does not', () => {
  expect(withoutValue(behaviors)).toEqual([{ index: 1, name: 'Invited' }])
  expect(withoutValue(withMissingValues(behaviors, 3))).toEqual([])
})

test('a value for all leaves those that have one, and the disabled', () => {
  expect(withMissingValues(behaviors, 3).map(({ value }) => value)).toEqual([4, 3, null])
  expect(withValue(behaviors, 0, null).map(({ value }) => value)).toEqual([null, null, null])
})
