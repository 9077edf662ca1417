import { expect, test } from 'vitest'
import { config } from '@/proxy'
import { brokenAddress } from './broken-address'

test.each(['/api/v1/people/%E0%A4%A', '/people/%zz', '/100%'])(
  '%s is refused in the shape of an error',
  async (path) => {
    const answer = brokenAddress(path)
    expect(answer?.status).toBe(400)
    expect(await answer?.json()).toMatchObject({ error: { code: 'bad_request' } })
  },
)

test.each(['/', '/w/demo/people/a%40b', '/people/%E2%82%AC'])('%s goes on', (path) => {
  expect(brokenAddress(path)).toBeNull()
})

test('only addresses with an escape are looked at', () => {
  const looksAt = new RegExp(`^${config.matcher}$`)
  expect(looksAt.test('/w/demo/people/a%40b')).toBe(true)
  expect(looksAt.test('/v1/batch')).toBe(false)
})
