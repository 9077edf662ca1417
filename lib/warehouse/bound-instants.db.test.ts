import { expect, test } from 'vitest'
import { z } from 'zod'
import { defineQuery } from './define-query'

const echo = defineQuery({
  name: 'echo-instant',
  params: z.object({ at: z.date() }),
  row: z.object({ at: z.coerce.date() }),
  sql: `SELECT {at:DateTime64(3, 'UTC')} AS at`,
})
const echoed = async (text: string) => (await echo({ at: new Date(text) }))[0]?.at.toISOString()

test('instants on both sides of 1970 come back as they were bound', async () => {
  expect(await echoed('2026-03-02T10:11:12.345Z')).toBe('2026-03-02T10:11:12.345Z')
  expect(await echoed('1969-12-31T23:59:59.001Z')).toBe('1969-12-31T23:59:59.001Z')
})

test('an instant before the engine’s first is bound as that one', async () => {
  expect(await echoed('0001-01-01T00:00:00.000Z')).toBe('1900-01-01T00:00:00.000Z')
})
