import { describe, expect, it } from 'vitest'
import { holdsEmail, maskEmails, maskEmailsInJson, maskId } from './mask-emails'

describe('masking', () => {
  it('keeps the first letter of an address and of its domain', () => {
    expect(maskEmails('june@example.com')).toBe('j•••@e•••')
  })
  it('finds addresses inside a text and inside a URL', () => {
    expect(maskEmails('Sent to june@example.com, cc <Kai.M+x@sub.example.org>.')).toBe(
      'Sent to j•••@e•••, cc <K•••@s•••>.',
    )
    expect(maskEmails('/reset?mail=june%40example.com&x=1')).toBe('/reset?mail=j•••@e•••&x=1')
  })
  it('leaves texts without an address alone', () => {
    for (const text of ['', 'u-17', '@mention', 'a @ b', '50%', 'Ran a report'])
      expect(maskEmails(text)).toBe(text)
  })
  it('reaches into nested JSON, keys included', () => {
    expect(maskEmailsInJson({ to: ['a@b.c', 7, null], by: { 'x@y.z': true } })).toEqual({
      to: ['a•••@b•••', 7, null],
      by: { 'x•••@y•••': true },
    })
  })
})

describe('masked ids', () => {
  it('show the kind of an identity and two letters', () => {
    expect(maskId('email:june@example.com')).toBe('email:j•••@e•••')
    expect(maskId('june@example.com')).toBe('j•••@e•••')
    expect(maskId('anon:5f-x')).toBe('anon:5f-x')
  })
  it('never hold an address, whatever surrounds it', () => {
    for (const id of [
      '@june',
      'june@',
      'a@b@c.de',
      'from:name@zone@wide',
      'a%40b',
      '%40',
      '@@',
      "o'hara@example.ie",
    ]) {
      const masked = maskId(id)
      expect(holdsEmail(id)).toBe(true)
      expect(masked).toMatch(/•••/)
      for (const part of id.split(/@|%40|:/i).slice(-2))
        if (part.length > 1) expect(masked).not.toContain(part)
    }
  })
})
