import { hash } from 'node:crypto'
import { type EspAdapter, ignored, type ProviderEvent } from './adapter'
import { type Delivery, firstIn } from './delivery'
import { timeOf } from './fields'
import { MalformedDelivery } from './malformed-delivery'
import { sharedSecret } from './shared-secret'

/** Audience webhooks. They tell neither opens nor clicks: those come with the export of a report. */
export const mailchimp: EspAdapter = {
  name: 'Mailchimp',
  secret: 'shared secret',
  verify: sharedSecret,
  probe: ({ method }) =>
    method === 'GET' || method === 'HEAD'
      ? { code: 'challenge', message: 'Mailchimp asked whether the address is there.' }
      : null,
  decode: (delivery) => [event(delivery)],
  meanings: {
    subscribe: 'subscribed',
    unsubscribe: 'unsubscribe',
    'unsubscribe/abuse': 'complaint',
    profile: 'profile_update',
    'cleaned/hard': 'bounce_hard',
    'cleaned/abuse': 'complaint',
    upemail: ignored('not_an_action'),
    campaign: ignored('sent'),
  },
}

function event({ form, rawBody }: Delivery): ProviderEvent {
  const type = firstIn(form, 'type')
  if (type === null) throw new MalformedDelivery('The form has no "type".')
  const data = (name: string) => firstIn(form, `data[${name}]`) || null
  const [email, campaignId, reason] = [
    data('email') ?? data('new_email'),
    data('campaign_id'),
    data('reason'),
  ]
  return {
    type: reason === null ? type : `${type}/${reason}`,
    recipient: email,
    occurredAt: timeOf(firstIn(form, 'fired_at')),
    id: hash('sha256', rawBody, 'hex'),
    messageId: campaignId === null || email === null ? null : `${campaignId}:${email.toLowerCase()}`,
    campaignId,
    listId: data('list_id'),
    reason,
  }
}
