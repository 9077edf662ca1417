import { expect, test } from 'vitest'
import { readDomains } from './read-domains'

test('domains are read from a pasted list, addresses included', () => {
  expect(readDomains('ada@Example.org, @test.com;  example.org\nsub.test.com')).toEqual([
    'example.org',
    'test.com',
    'sub.test.com',
  ])
  expect(readDomains('  , ')).toEqual([])
})
