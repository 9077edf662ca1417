import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './passwords'

test('a password is known again, another one is not', async () => {
  const stored = await hashPassword('correct horse')
  expect(await verifyPassword('correct horse', stored)).toBe(true)
  expect(await verifyPassword('correct horse ', stored)).toBe(false)
})

test('two people with the same password have different hashes', async () => {
  expect(await hashPassword('correct horse')).not.toBe(await hashPassword('correct horse'))
})

test('an accent typed as one sign or as two is the same password', async () => {
  expect(await verifyPassword('cafe\u0301 noir', await hashPassword('café noir'))).toBe(true)
})

test('nobody without a password gets in, whatever they type', async () => {
  for (const typed of ['', 'undefined', 'null']) expect(await verifyPassword(typed, null)).toBe(false)
  expect(await verifyPassword('', ':')).toBe(false)
})
