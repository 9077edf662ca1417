import { expect, test } from 'vitest'
import { providers } from '@/lib/ingest/esp/providers'
import { providerNames, wordsOf } from './provider-words'

test('what a person is told of a provider is what its adapter says', () => {
  for (const provider of providerNames) {
    const { name, secret } = wordsOf(provider)
    expect({ provider, name, secret }).toEqual({
      provider,
      name: providers[provider].name,
      secret: providers[provider].secret,
    })
  }
  expect(providerNames.sort()).toEqual(Object.keys(providers).sort())
})
