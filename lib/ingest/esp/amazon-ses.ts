import { type Challenge, type EspAdapter, ignored, type ProviderEvent, type Refused } from './adapter'
import type { Delivery } from './delivery'
import { exactJson } from './exact-json'
import { type Fields, fieldsOf, firstText, listOf, textOf, timeOf } from './fields'
import { MalformedDelivery } from './malformed-delivery'
import { sharedSecret } from './shared-secret'
import { isSnsAddress, snsSignature } from './sns-signature'

/** Event publishing and feedback notifications, both through an Amazon SNS topic. */
export const amazonSes: EspAdapter = {
  name: 'Amazon SES',
  secret: 'none',
  verify: async (delivery, settings, now, outside) =>
    (settings.secret ? sharedSecret(delivery, settings) : null) ??
    snsSignature(fieldsOf(delivery.json()), settings, now, outside),
  probe,
  decode,
  meanings: {
    Send: ignored('sent'),
    Delivery: 'delivered',
    Open: 'read',
    Click: 'click',
    'Bounce/Permanent': 'bounce_hard',
    'Bounce/Transient': 'bounce_soft',
    'Bounce/Undetermined': 'bounce_soft',
    Complaint: 'complaint',
    'Complaint/not-spam': ignored('not_an_action'),
    'Subscription/preferences': 'profile_update',
    Subscription: 'unsubscribe',
    Reject: ignored('rejected'),
    'Rendering Failure': ignored('failed'),
    DeliveryDelay: ignored('deferred'),
    'Topic/UnsubscribeConfirmation': ignored('not_an_action'),
    'Topic/AmazonSnsSubscriptionSucceeded': ignored('not_an_action'),
    Received: 'reply',
  },
}

function probe(delivery: Delivery): Challenge | Refused | null {
  const message = fieldsOf(delivery.json())
  if (message.Type !== 'SubscriptionConfirmation') return null
  const [confirmUrl, topicArn] = [textOf(message.SubscribeURL), textOf(message.TopicArn)]
  if (confirmUrl === null || topicArn === null)
    return { code: 'malformed', message: 'The confirmation names no address or no topic.' }
  if (!isSnsAddress(confirmUrl))
    return { code: 'signature', message: 'The address to confirm does not belong to Amazon SNS.' }
  return { code: 'challenge', message: `The topic ${topicArn} asks to be confirmed.`, confirmUrl, topicArn }
}

function decode(delivery: Delivery): ProviderEvent[] {
  const envelope = fieldsOf(delivery.json())
  const text = textOf(envelope.Message)
  if (text === null || textOf(envelope.Type) === null)
    throw new MalformedDelivery('The body is no message of Amazon SNS (raw message delivery has to be off).')
  const shared = { id: textOf(envelope.MessageId), occurredAt: timeOf(envelope.Timestamp) }
  const nobody = { ...shared, recipient: null, messageId: null }
  if (envelope.Type !== 'Notification') return [{ ...nobody, type: `Topic/${String(envelope.Type)}` }]
  // The first message of a topic is a sentence.
  if (!text.trimStart().startsWith('{')) return [{ ...nobody, type: 'Topic/AmazonSnsSubscriptionSucceeded' }]
  const told = fieldsOf(exactJson(text))
  if ('type' in told && !('eventType' in told)) return [{ ...nobody, type: String(told.type) }]
  return eventsOf(told, shared)
}

function eventsOf(told: Fields, shared: { id: string | null; occurredAt: number | null }): ProviderEvent[] {
  const mail = fieldsOf(told.mail)
  const type = firstText(told.eventType, told.notificationType) ?? ''
  if (type === 'Received') return [inboundMail(mail, shared)]
  const detail = fieldsOf(told[detailOf[type] ?? ''])
  const recipients = recipientsOf(type, detail, mail)
  const isOneOfMany = (type === 'Open' || type === 'Click') && recipients.length > 1
  const subtype = subtypeOf(type, detail)
  return (recipients.length > 0 ? recipients : [{}]).map((recipient) => ({
    ...shared,
    type: subtype === null ? type : `${type}/${subtype}`,
    recipient: textOf(recipient.emailAddress),
    messageId: textOf(mail.messageId),
    listId: textOf(detail.contactList),
    url: textOf(detail.link),
    userAgent: textOf(detail.userAgent),
    reason: firstText(
      recipient.diagnosticCode,
      detail.bounceSubType,
      detail.complaintFeedbackType,
      detail.reason,
    ),
    unclearRecipient: isOneOfMany,
  }))
}

const detailOf: Partial<Record<string, string>> = {
  Bounce: 'bounce',
  Complaint: 'complaint',
  Delivery: 'delivery',
  Open: 'open',
  Click: 'click',
  Subscription: 'subscription',
  Reject: 'reject',
  DeliveryDelay: 'deliveryDelay',
}

function subtypeOf(type: string, detail: Fields): string | null {
  if (type === 'Bounce') return textOf(detail.bounceType)
  if (type === 'Complaint') return detail.complaintFeedbackType === 'not-spam' ? 'not-spam' : null
  if (type !== 'Subscription') return null
  const preferences = fieldsOf(detail.newTopicPreferences)
  const statuses = listOf(preferences.topicSubscriptionStatus).map(
    (status) => fieldsOf(status).subscriptionStatus,
  )
  const staysIn = preferences.unsubscribeAll !== true && statuses.includes('OptIn')
  return staysIn ? 'preferences' : null
}

/** Those the event is about; without a list of its own, those the message went to. */
function recipientsOf(type: string, detail: Fields, mail: Fields): Fields[] {
  const own = {
    Bounce: detail.bouncedRecipients,
    Complaint: detail.complainedRecipients,
    DeliveryDelay: detail.delayedRecipients,
  }[type]
  if (own !== undefined) return listOf(own).map(fieldsOf)
  const addresses = type === 'Delivery' ? (detail.recipients ?? mail.destination) : mail.destination
  return listOf(addresses).map((emailAddress) => ({ emailAddress }))
}

function inboundMail(mail: Fields, shared: { id: string | null; occurredAt: number | null }): ProviderEvent {
  return { ...shared, type: 'Received', recipient: textOf(mail.source), messageId: textOf(mail.messageId) }
}
