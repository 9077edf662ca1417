import { expect, test } from 'vitest'
import { personRanges } from './person-ranges'

test('few events are one range over all ids', () => {
  expect(personRanges(0)).toEqual([{ from: '0', to: '18446744073709551615' }])
  expect(personRanges(2_500_000)).toHaveLength(1)
})

test('ranges follow each other without a gap or an overlap', () => {
  const ranges = personRanges(7_500_001)
  expect(ranges).toHaveLength(4)
  expect(ranges[0]?.from).toBe('0')
  expect(ranges.at(-1)?.to).toBe('18446744073709551615')
  ranges.slice(1).forEach(({ from }, index) => {
    expect(BigInt(from)).toBe(BigInt(ranges[index]?.to ?? 0) + 1n)
  })
})
