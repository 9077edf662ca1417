import { describe, expect, test } from 'vitest'
import { actionOf } from './action-of'
import { openDelivery } from './delivery'
import { adapterOf, type Provider, providers } from './providers'
import { receiveDelivery } from './receive-delivery'
import { sampleDelivery, sampleRecipient, signedByProviderAlone } from './sample-delivery'

const now = new Date('2026-11-20T12:00:00.250Z')
const secret = 'whsec_c2VjcmV0LW9mLXRoZS10ZXN0cw=='
const names = Object.keys(providers) as Provider[]
const expectedOf = (provider: Provider) => (provider === 'mailchimp' ? 'subscribed' : 'delivered')
const requestOf = (provider: Provider) =>
  sampleDelivery(provider, { url: `https://gravitas.example/api/webhooks/esp/${provider}/s`, secret, now })

describe('the made delivery of each provider', () => {
  test.each(names.filter((name) => !signedByProviderAlone(name)))(
    '%s is believed under the secret of its source, and under no other',
    async (provider) => {
      const settings = { sourceId: 's', secret }
      const received = await receiveDelivery(provider, requestOf(provider), settings, now)
      expect(received).toMatchObject({
        ok: true,
        actions: [{ name: expectedOf(provider), email: sampleRecipient, machine: false }],
        unknown: [],
        ignored: [],
      })
      const other = { ...settings, secret: 'whsec_b3RoZXI=' }
      expect(await receiveDelivery(provider, requestOf(provider), other, now)).toMatchObject({
        code: 'signature',
      })
    },
  )

  test.each(names.filter(signedByProviderAlone))('%s is read as one action', async (provider) => {
    const events = adapterOf(provider).decode(await openDelivery(requestOf(provider)), { sourceId: 's' })
    expect(events.map((event) => actionOf(provider, 's', event, now))).toMatchObject([
      { kind: 'action', action: { name: 'delivered', email: sampleRecipient } },
    ])
  })
})
