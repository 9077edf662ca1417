import { expect, test } from 'vitest'
import { z } from 'zod'
import { seal, unseal } from './sealed'

const schema = z.strictObject({ id: z.string() })

test('a sealed value comes back as it was and cannot be read', () => {
  const sealed = seal({ id: 'june@example.com' })
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('june')
  expect(unseal(schema, sealed, 'cursor')).toEqual({ id: 'june@example.com' })
})

test('what was changed, made up, or sealed for something else is refused', () => {
  const sealed = seal({ id: 'a' })
  const changed = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA')
  for (const text of ['', 'nonsense', changed, seal({ other: 1 }), sealed.slice(0, 20)])
    expect(() => unseal(schema, text, 'cursor')).toThrow('not one of ours')
})
