import { expect, test } from 'vitest'
import { cutsInWords, machinesInWords, responsiveShare, starChange, starsThen } from './overview-words'

const matrix = [
  [3, 1, 0, 0, 0],
  [0, 5, 2, 0, 0],
  [0, 0, 0, 0, 0],
  [0, 0, 1, 4, 1],
  [0, 0, 0, 0, 2],
]

test('the stars of a week ago are the rows of the matrix', () => {
  expect(starsThen({ matrix })).toEqual([4, 7, 0, 6, 2])
})

test('four and five stars are responsive; without contacts there is no share', () => {
  expect(responsiveShare([1, 1, 0, 1, 1])).toBe(0.5)
  expect(responsiveShare([0, 0, 0, 0, 0])).toBeNull()
})

test('a star tells its change in contacts and in points of the share', () => {
  expect(starChange([2, 2, 0, 0, 0], [1, 3, 0, 0, 0], 0)).toBe('+1 contact · +25.0 points')
  expect(starChange([2, 2, 0, 0, 0], [4, 4, 0, 0, 0], 1)).toBe('−2 contacts · 0.0 points')
  expect(starChange([2, 0, 0, 0, 0], [0, 0, 0, 0, 0], 0)).toBe('+2 contacts')
})

test('the caption says which score makes which star', () => {
  expect(cutsInWords([2, 3, 5, 9])).toBe('1★ below 2, 2★ up to 3, 3★ up to 5, 4★ up to 9, 5★ above')
})

test('machines are told as a share, and by whom it matters to', () => {
  const none = { reads: 0, machineReads: 0, contacts: 0, changed: 0 }
  expect(machinesInWords(none)).toBe('No read or click has come in yet.')
  expect(machinesInWords({ ...none, reads: 10 })).toBe('No read or click looks like that of a machine.')
  expect(machinesInWords({ reads: 1000, machineReads: 250, contacts: 40, changed: 1 })).toBe(
    '25.0% of 1,000 reads and clicks are of machines; whether they count changes the stars of 1 contact.',
  )
  expect(machinesInWords({ reads: 1000, machineReads: 250, contacts: 40, changed: 0 })).toContain(
    'nobody’s stars',
  )
})
