import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseInput } from './operation'

const schema = z.strictObject({
  name: z.string(),
  inner: z.strictObject({ list: z.array(z.string()) }).optional(),
})
const refusal = (input: unknown) => {
  try {
    return parseInput(schema, input)
  } catch (error) {
    return error
  }
}

test('the first wrong field is named with its path', () => {
  expect(refusal({ name: 1 })).toMatchObject({ code: 'invalid', path: ['name'] })
  expect(refusal({ name: 'a', inner: { list: ['x', 2] } })).toMatchObject({ path: ['inner', 'list', 1] })
})

test('a field that does not exist is named', () => {
  expect(refusal({ name: 'a', nmae: 'b' })).toMatchObject({ code: 'invalid', path: ['nmae'] })
})

test.each(['a\u0000b', 'lone \ud800'])(
  'a text that no database holds is refused where it stands: %j',
  (text) => {
    expect(refusal({ name: text })).toMatchObject({ code: 'invalid', path: ['name'] })
    expect(refusal({ name: 'a', inner: { list: ['b', text] } })).toMatchObject({ path: ['inner', 'list', 1] })
  },
)
