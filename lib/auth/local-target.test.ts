import { expect, test } from 'vitest'
import { localTarget } from './local-target'

test.each(['/w/demo', '/w/demo/people?tier=at-risk&search=a%20b'])('%s is a path of this site', (path) => {
  expect(localTarget(path)).toBe(path)
})

test.each([
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '',
  undefined,
  ['/a', '/b'],
])('%j leads to the door', (next) => {
  expect(localTarget(next)).toBe('/')
})
