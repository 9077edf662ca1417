import { describe, expect, it } from 'vitest'
import { toCsv } from './to-csv'

describe('toCsv', () => {
  it('writes values, not the words they are printed as', () => {
    const data = {
      columns: [{ name: 'tier' }, { name: 'people' }],
      rows: [['Power', { value: 1234, text: '1,234' }]],
    }
    expect(toCsv(data)).toBe('tier,people\r\nPower,1234\r\n')
  })
  it('quotes what would break a line and defuses formulas, but leaves negative numbers alone', () => {
    const data = { columns: [{ name: 'a' }], rows: [['x,"y"'], ['=1+1'], [-2.5]] }
    expect(toCsv(data)).toBe('a\r\n"x,""y"""\r\n\'=1+1\r\n-2.5\r\n')
  })
})
