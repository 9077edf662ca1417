import type { ContactAction } from '@/lib/ingest/files/mapping-schema'
import type { Provider } from './providers'

export const at = '2026-11-20T11:30:00.000Z'
export const unix = Date.parse(at) / 1000
const zoneless = at.slice(0, 19).replace('T', ' ')
export const mail = 'ann@example.com'
export const link = 'https://example.com/offer'

export type Told = { name: ContactAction; told: unknown; messageId?: string; url?: string; listId?: string }

export const ses = (eventType: string, detail: object) => ({
  eventType,
  mail: { messageId: 'm-1', destination: [mail] },
  ...detail,
})
const resend = (type: string, data: object) => ({
  type,
  created_at: at,
  data: { email_id: 'm-1', to: [mail], ...data },
})
export const sparkpost = (told: object) => [
  {
    msys: {
      message_event: {
        rcpt_to: mail,
        timestamp: String(unix),
        event_id: '1',
        transmission_id: 'm-1',
        ...told,
      },
    },
  },
]
const mandrill = (event: string, more: object = {}) => [
  { event, ts: unix, _id: 'm-1', msg: { email: mail }, ...more },
]
export const mailjet = (event: string, more: object = {}) => ({
  event,
  time: unix,
  MessageID: 7,
  email: mail,
  ...more,
})
const mailersend = (type: string, meta: object = {}) => ({
  type: `activity.${type}`,
  created_at: at,
  data: { id: 'e-1', type, message_id: 'm-1', recipient: mail, meta },
})
export const mailtrap = (event: string, more: object = {}) => [
  { event, timestamp: unix, message_id: 'm-1', email: mail, event_id: 'e-1', ...more },
]
const mailchimp = (type: string, more: object = {}) => ({
  type,
  fired_at: zoneless,
  'data[email]': mail,
  'data[list_id]': 'l-1',
  ...more,
})
const postal = (payload: object) => ({
  event: 'MessageSent',
  timestamp: unix,
  uuid: 'e-1',
  payload: { message: { id: 5, to: mail, direction: 'outgoing' }, ...payload },
})
const unisender = (status: string, more: object = {}) => ({
  event_name: 'transactional_email_status',
  status,
  email: mail,
  job_id: 'm-1',
  event_time: zoneless,
  ...more,
})

/** For every provider, what it may tell and the action that this is. */
export const told: Record<Provider, Told[]> = {
  sendgrid: (
    [
      ['delivered', { event: 'delivered', 'smtp-id': '<m-1@mx.example.com>', sg_message_id: 'abc.filter' }],
      ['read', { event: 'open', message_id: '<m-1@mx.example.com>' }],
      ['click', { event: 'click', url: link, anymail_id: '<m-1@mx.example.com>' }],
      ['bounce_hard', { event: 'bounce', type: 'bounce', 'smtp-id': '<m-1@mx.example.com>' }],
      ['bounce_soft', { event: 'bounce', type: 'blocked', 'smtp-id': '<m-1@mx.example.com>' }],
      ['complaint', { event: 'spamreport', 'smtp-id': '<m-1@mx.example.com>' }],
      ['unsubscribe', { event: 'group_unsubscribe', 'smtp-id': '<m-1@mx.example.com>' }],
    ] as const
  ).map(([name, more]) => ({
    name,
    messageId: '<m-1@mx.example.com>',
    told: [{ email: mail, timestamp: unix, sg_event_id: 'e-1', ...more }],
    ...('url' in more && { url: link }),
  })),
  mailgun: (
    [
      ['delivered', { event: 'delivered' }],
      ['read', { event: 'opened' }],
      ['click', { event: 'clicked', url: link }],
      ['bounce_hard', { event: 'failed', severity: 'permanent' }],
      ['complaint', { event: 'complained' }],
      ['unsubscribe', { event: 'unsubscribed' }],
    ] as const
  ).map(([name, more]) => ({
    name,
    messageId: '<m-1@example.com>',
    told: {
      recipient: mail,
      timestamp: unix,
      id: 'e',
      message: { headers: { 'message-id': 'm-1@example.com' } },
      ...more,
    },
    ...('url' in more && { url: link }),
  })),
  postmark: (
    [
      ['delivered', { RecordType: 'Delivery', Recipient: mail, DeliveredAt: at }],
      ['read', { RecordType: 'Open', Recipient: mail, ReceivedAt: at }],
      ['click', { RecordType: 'Click', Recipient: mail, ReceivedAt: at, OriginalLink: link }],
      ['bounce_hard', { RecordType: 'Bounce', Type: 'HardBounce', Email: mail, BouncedAt: at }],
      ['bounce_soft', { RecordType: 'Bounce', Type: 'Transient', Email: mail, BouncedAt: at }],
      ['complaint', { RecordType: 'SpamComplaint', Email: mail, BouncedAt: at }],
      [
        'unsubscribe',
        {
          RecordType: 'SubscriptionChange',
          Recipient: mail,
          ChangedAt: at,
          SuppressSending: true,
          SuppressionReason: 'ManualSuppression',
        },
      ],
      [
        'subscribed',
        { RecordType: 'SubscriptionChange', Recipient: mail, ChangedAt: at, SuppressSending: false },
      ],
      [
        'reply',
        { RecordType: 'Inbound', FromFull: { Email: mail }, Date: 'Fri, 20 Nov 2026 12:30:00 +0100' },
      ],
    ] as const
  ).map(([name, more]) => ({
    name,
    messageId: 'm-1',
    told: { MessageID: 'm-1', ...more },
    ...('OriginalLink' in more && { url: link }),
  })),
  amazon_ses: [
    { name: 'delivered', told: ses('Delivery', { delivery: { recipients: [mail] } }) },
    { name: 'read', told: ses('Open', { open: {} }) },
    { name: 'click', told: ses('Click', { click: { link } }), url: link },
    {
      name: 'bounce_hard',
      told: ses('Bounce', {
        bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: mail }] },
      }),
    },
    {
      name: 'bounce_soft',
      told: ses('Bounce', {
        bounce: { bounceType: 'Undetermined', bouncedRecipients: [{ emailAddress: mail }] },
      }),
    },
    {
      name: 'complaint',
      told: ses('Complaint', { complaint: { complainedRecipients: [{ emailAddress: mail }] } }),
    },
    {
      name: 'unsubscribe',
      told: ses('Subscription', { subscription: { newTopicPreferences: { unsubscribeAll: true } } }),
    },
  ].map((one) => ({ ...one, messageId: 'm-1' }) as Told),
  brevo: (
    [
      ['delivered', 'delivered'],
      ['read', 'unique_opened'],
      ['read', 'first opening'],
      ['click', 'click'],
      ['bounce_hard', 'invalid_email'],
      ['bounce_soft', 'soft_bounce'],
      ['complaint', 'spam'],
      ['unsubscribe', 'unsubscribed'],
      ['reply', 'reply'],
    ] as const
  ).map(([name, event]) => ({
    name,
    told: { event, email: mail, ts_event: unix, 'message-id': 'm-1', ...(event === 'click' && { link }) },
    messageId: 'm-1',
    ...(event === 'click' && { url: link }),
  })),
  resend: [
    { name: 'delivered', told: resend('email.delivered', {}) },
    { name: 'read', told: resend('email.opened', {}) },
    { name: 'click', told: resend('email.clicked', { click: { link } }), url: link },
    { name: 'bounce_hard', told: resend('email.bounced', { bounce: { type: 'Permanent' } }) },
    { name: 'bounce_soft', told: resend('email.bounced', { bounce: { type: 'Transient' } }) },
    { name: 'complaint', told: resend('email.complained', {}) },
    { name: 'unsubscribe', told: resend('contact.updated', { email: mail, unsubscribed: true }) },
    { name: 'reply', told: resend('email.received', { from: `Ann <${mail}>` }) },
  ].map((one) => ({ ...one, messageId: 'm-1' }) as Told),
  mandrill: [
    { name: 'delivered', told: mandrill('delivered') },
    { name: 'read', told: mandrill('open') },
    { name: 'click', told: mandrill('click', { url: link }), url: link },
    { name: 'bounce_hard', told: mandrill('hard_bounce') },
    { name: 'bounce_soft', told: mandrill('soft_bounce') },
    { name: 'complaint', told: mandrill('spam') },
    { name: 'unsubscribe', told: mandrill('unsub') },
  ].map((one) => ({ ...one, messageId: 'm-1' }) as Told),
  sparkpost: [
    { name: 'delivered', told: sparkpost({ type: 'delivery' }) },
    { name: 'read', told: sparkpost({ type: 'open' }) },
    { name: 'click', told: sparkpost({ type: 'click', target_link_url: link }), url: link },
    { name: 'bounce_hard', told: sparkpost({ type: 'bounce', bounce_class: '10' }) },
    { name: 'bounce_soft', told: sparkpost({ type: 'out_of_band', bounce_class: '22' }) },
    { name: 'complaint', told: sparkpost({ type: 'spam_complaint' }) },
    { name: 'unsubscribe', told: sparkpost({ type: 'list_unsubscribe' }) },
  ].map((one) => ({ ...one, messageId: 'm-1' }) as Told),
  mailjet: [
    { name: 'delivered', told: mailjet('sent') },
    { name: 'read', told: [mailjet('open')] },
    { name: 'click', told: mailjet('click', { url: link }), url: link },
    { name: 'bounce_hard', told: mailjet('bounce', { hard_bounce: true }) },
    { name: 'bounce_soft', told: mailjet('bounce', { hard_bounce: false, error: 'mailbox full' }) },
    { name: 'complaint', told: mailjet('spam') },
    { name: 'unsubscribe', told: mailjet('unsub', { mj_list_id: 3 }), listId: '3' },
  ].map((one) => ({ ...one, messageId: '7' }) as Told),
  mailchimp: [
    { name: 'subscribed', told: mailchimp('subscribe') },
    { name: 'unsubscribe', told: mailchimp('unsubscribe', { 'data[reason]': 'manual' }) },
    { name: 'complaint', told: mailchimp('unsubscribe', { 'data[reason]': 'abuse' }) },
    { name: 'profile_update', told: mailchimp('profile') },
    {
      name: 'bounce_hard',
      told: mailchimp('cleaned', { 'data[reason]': 'hard', 'data[campaign_id]': 'c-1' }),
      messageId: `c-1:${mail}`,
    },
  ].map((one) => ({ ...one, listId: 'l-1' }) as Told),
  mailersend: [
    { name: 'delivered', told: mailersend('delivered') },
    { name: 'read', told: mailersend('opened_unique') },
    { name: 'click', told: mailersend('clicked', { url: link }), url: link },
    { name: 'bounce_hard', told: mailersend('hard_bounced') },
    { name: 'bounce_soft', told: mailersend('soft_bounced') },
    { name: 'complaint', told: mailersend('spam_complaints') },
    { name: 'unsubscribe', told: mailersend('unsubscribed') },
  ].map((one) => ({ ...one, messageId: 'm-1' }) as Told),
  mailtrap: [
    { name: 'delivered', told: mailtrap('delivery') },
    { name: 'read', told: mailtrap('open') },
    { name: 'click', told: mailtrap('click', { url: link }), url: link },
    { name: 'bounce_hard', told: mailtrap('bounce') },
    { name: 'complaint', told: mailtrap('spam') },
    { name: 'unsubscribe', told: mailtrap('unsubscribe') },
  ].map((one) => ({ ...one, messageId: 'm-1' }) as Told),
  postal: [
    { name: 'delivered', told: postal({ status: 'Sent' }) },
    { name: 'read', told: { ...postal({}), event: 'MessageLoaded' } },
    { name: 'click', told: postal({ url: link }), url: link },
    { name: 'bounce_hard', told: postal({ bounce: { id: 6 } }) },
  ].map((one) => ({ ...one, messageId: '5' }) as Told),
  unisender_go: [
    { name: 'delivered', told: unisender('delivered') },
    { name: 'read', told: unisender('opened') },
    { name: 'click', told: unisender('clicked', { url: link }), url: link },
    { name: 'bounce_hard', told: unisender('hard_bounced') },
    { name: 'complaint', told: unisender('spam') },
    { name: 'unsubscribe', told: unisender('unsubscribed') },
    { name: 'subscribed', told: unisender('subscribed') },
  ].map((one) => ({ ...one, messageId: 'm-1' }) as Told),
}

export const everythingTold = Object.entries(told).flatMap(([provider, list]) =>
  list.map((one) => ({ provider: provider as Provider, ...one })),
)
