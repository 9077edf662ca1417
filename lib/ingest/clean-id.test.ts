import { describe, expect, it } from 'vitest'
import { cleanEmail, cleanFileId, cleanId, isBlankCell } from './clean-id'

describe('cleanId', () => {
  it('keeps an id as it was written, but for blanks around it', () => {
    expect([' u-1 ', '1693.0', 26, '007', 'Guesthouse'].map((id) => cleanId(id))).toEqual([
      ...['u-1', '1693.0', '26', '007', 'Guesthouse'],
    ])
  })

  it('refuses what no person can have', () => {
    const nobody = [
      '',
      '  ',
      'null',
      'NULL',
      'undefined',
      '0',
      0,
      'Guest',
      '[object Object]',
      {},
      null,
      undefined,
      true,
    ]
    expect(nobody.filter((id) => cleanId(id) !== null)).toEqual([])
  })

  it('refuses in files also what exports write into empty cells', () => {
    expect(['-', 'nan', 'NaN', 'None', 'n/a', '\\N'].map(cleanFileId)).toEqual(Array(6).fill(null))
    expect(cleanId('none')).toBe('none')
  })
})

describe('isBlankCell', () => {
  it('is true for nothing and its placeholders, not for zero', () => {
    expect(['', ' ', '-', 'null', 'N/A', null, undefined].every(isBlankCell)).toBe(true)
    expect(['0', 0, false, 'guest', 'x'].some(isBlankCell)).toBe(false)
  })
})

describe('cleanEmail', () => {
  it('trims and lower-cases an address', () => {
    expect(cleanEmail(' Ann.Lee+x@Example.COM ')).toBe('ann.lee+x@example.com')
  })

  it('refuses what cannot be one', () => {
    const wrong = [
      'ann',
      'ann@',
      '@x.com',
      'a b@x.com',
      'ann@x',
      'a@b@c.de',
      'Ann <a@b.de>',
      'a@b.',
      '',
      null,
      7,
    ]
    expect(wrong.filter((text) => cleanEmail(text) !== null)).toEqual([])
  })
})
