import { type EspAdapter, ignored, type ProviderEvent } from './adapter'
import { addressIn } from './address-in'
import { objectsIn } from './delivery'
import { type Fields, fieldsOf, firstText, listOf, textOf, timeOf } from './fields'
import { headersOf } from './mail-headers'
import { sharedSecret } from './shared-secret'

export const postmark: EspAdapter = {
  name: 'Postmark',
  secret: 'shared secret',
  verify: sharedSecret,
  decode: (delivery) => objectsIn(delivery.json()).map((told) => event(fieldsOf(told))),
  meanings: {
    Delivery: 'delivered',
    Open: 'read',
    Click: 'click',
    Inbound: 'reply',
    SpamComplaint: 'complaint',
    'Bounce/HardBounce': 'bounce_hard',
    'Bounce/BadEmailAddress': 'bounce_hard',
    'Bounce/SoftBounce': 'bounce_soft',
    'Bounce/Transient': 'bounce_soft',
    'Bounce/DnsError': 'bounce_soft',
    'Bounce/Blocked': 'bounce_soft',
    'Bounce/SpamNotification': 'bounce_soft',
    'Bounce/VirusNotification': 'bounce_soft',
    'Bounce/DMARCPolicy': 'bounce_soft',
    'Bounce/SpamComplaint': 'complaint',
    'Bounce/Unsubscribe': 'unsubscribe',
    'Bounce/Subscribe': 'subscribed',
    'Bounce/AutoResponder': ignored('autoresponded'),
    'Bounce/AddressChange': ignored('autoresponded'),
    'Bounce/ChallengeVerification': ignored('autoresponded'),
    'Bounce/OpenRelayTest': ignored('not_an_action'),
    'Bounce/ManuallyDeactivated': ignored('rejected'),
    'Bounce/Unconfirmed': ignored('rejected'),
    'Bounce/SMTPApiError': ignored('failed'),
    'Bounce/InboundError': ignored('failed'),
    'Bounce/TemplateRenderingFailed': ignored('failed'),
    'SubscriptionChange/subscribed': 'subscribed',
    'SubscriptionChange/HardBounce': 'bounce_hard',
    'SubscriptionChange/SpamComplaint': 'complaint',
    'SubscriptionChange/ManualSuppression': 'unsubscribe',
    SubscriptionChange: 'unsubscribe',
    SMTPApiError: ignored('failed'),
  },
}

function event(told: Fields): ProviderEvent {
  if (told.RecordType === 'Inbound' || (told.RecordType === undefined && 'FromFull' in told))
    return inboundMail(told)
  const record = textOf(told.RecordType) ?? ''
  const subtype = subtypeOf(record, told)
  const messageId = textOf(told.MessageID)
  return {
    type: subtype === null ? record : `${record}/${subtype}`,
    recipient: firstText(told.Email, told.Recipient),
    occurredAt: timeOf(firstText(told.DeliveredAt, told.BouncedAt, told.ReceivedAt, told.ChangedAt)),
    id: textOf(told.ID) ?? messageId,
    messageId,
    listId: textOf(told.MessageStream),
    url: textOf(told.OriginalLink),
    userAgent: textOf(told.UserAgent),
    reason: firstText(told.Details, told.Description),
  }
}

function subtypeOf(record: string, told: Fields): string | null {
  if (record === 'Bounce') return textOf(told.Type)
  if (record !== 'SubscriptionChange') return null
  return told.SuppressSending === false ? 'subscribed' : textOf(told.SuppressionReason)
}

function inboundMail(told: Fields): ProviderEvent {
  const pairs = listOf(told.Headers).map(fieldsOf)
  const headers = headersOf(
    pairs.map(({ Name, Value }) => [textOf(Name) ?? '', textOf(Value) ?? ''] as const),
  )
  const date = Date.parse(textOf(told.Date) ?? '')
  return {
    type: 'Inbound',
    recipient: textOf(fieldsOf(told.FromFull).Email) ?? addressIn(told.From),
    occurredAt: Number.isNaN(date) ? headers.date : date,
    id: textOf(told.MessageID),
    messageId: headers.inReplyTo ?? textOf(told.MessageID),
  }
}
