import { type EspAdapter, ignored, type ProviderEvent, type SourceSettings } from './adapter'
import { objectsIn } from './delivery'
import { type Fields, fieldsOf, firstText, textOf, timeOf } from './fields'
import { sharedSecret } from './shared-secret'

/** Bounce classes beyond soft ones, by their number. */
const bounceKinds: Partial<Record<string, string>> = {
  '10': 'hard',
  '30': 'hard',
  '60': 'autoresponse',
  '80': 'subscribe',
  '90': 'unsubscribe',
  '100': 'autoresponse',
}

export const sparkpost: EspAdapter = {
  name: 'SparkPost',
  secret: 'shared secret',
  verify: sharedSecret,
  decode: (delivery, settings) =>
    objectsIn(delivery.json()).flatMap((one) =>
      // An empty `msys` is a ping.
      Object.values(fieldsOf(fieldsOf(one).msys)).map((told) => event(fieldsOf(told), settings)),
    ),
  meanings: {
    injection: ignored('queued'),
    delay: ignored('deferred'),
    policy_rejection: ignored('rejected'),
    generation_rejection: ignored('rejected'),
    generation_failure: ignored('failed'),
    delivery: 'delivered',
    open: 'read',
    amp_open: 'read',
    'initial_open/counted': 'read',
    'amp_initial_open/counted': 'read',
    click: 'click',
    amp_click: 'click',
    bounce: 'bounce_soft',
    'bounce/hard': 'bounce_hard',
    'bounce/autoresponse': ignored('autoresponded'),
    'bounce/subscribe': 'subscribed',
    'bounce/unsubscribe': 'unsubscribe',
    out_of_band: 'bounce_soft',
    'out_of_band/hard': 'bounce_hard',
    'out_of_band/autoresponse': ignored('autoresponded'),
    'out_of_band/subscribe': 'subscribed',
    'out_of_band/unsubscribe': 'unsubscribe',
    spam_complaint: 'complaint',
    list_unsubscribe: 'unsubscribe',
    link_unsubscribe: 'unsubscribe',
  },
}

function event(told: Fields, { countInitialOpens }: SourceSettings): ProviderEvent {
  const type = textOf(told.type) ?? ''
  const isBounce = type === 'bounce' || type === 'out_of_band'
  const isCounted = countInitialOpens && type.endsWith('initial_open')
  const subtype = isBounce ? bounceKinds[textOf(told.bounce_class) ?? ''] : isCounted ? 'counted' : undefined
  const agent = fieldsOf(told.user_agent_parsed)
  return {
    type: subtype === undefined ? type : `${type}/${subtype}`,
    recipient: firstText(told.raw_rcpt_to, told.rcpt_to),
    occurredAt: timeOf(told.timestamp),
    id: textOf(told.event_id),
    // What the sending call answered; `message_id` is one per recipient and attempt.
    messageId: firstText(told.transmission_id, told.message_id),
    campaignId: textOf(told.campaign_id),
    url: textOf(told.target_link_url),
    userAgent: textOf(told.user_agent),
    reason: firstText(told.raw_reason, told.reason, told.fbtype),
    machineFlag: agent.is_prefetched === true ? 'is_prefetched' : agent.is_proxy === true ? 'is_proxy' : null,
  }
}
