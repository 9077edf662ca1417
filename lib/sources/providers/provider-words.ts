import type { EspAdapter } from '@/lib/ingest/esp/adapter'
import type { Provider } from '@/lib/ingest/esp/providers'

/** What a person is told of a provider while connecting it. */
export type ProviderWords = {
  name: string
  secret: EspAdapter['secret']
  /** What the secret is called there, and where it stands. */
  secretLabel: string
  secretHint: string
  /** What to do at the provider once the address is known, in order. */
  steps: readonly string[]
}

const ownSecret = {
  secret: 'shared secret',
  secretLabel: 'Secret of the address',
  secretHint:
    'Leave it empty and one is made. It stands in the address, or is sent as the password of HTTP Basic.',
} as const

/** By the word in the address of a webhook; the first six are those asked for most. */
export const providerWords = {
  sendgrid: {
    name: 'SendGrid',
    secret: 'public key',
    secretLabel: 'Verification key',
    secretHint: 'SendGrid shows it once the signed event webhook is on; it can be added afterwards.',
    steps: [
      'Open Settings → Mail Settings → Event Webhooks and create a webhook with this address.',
      'Choose all deliverability and engagement events.',
      'Turn on the signature verification and store the verification key here, under “Deliveries”.',
    ],
  },
  mailgun: {
    name: 'Mailgun',
    secret: 'signing key',
    secretLabel: 'HTTP webhook signing key',
    secretHint: 'Under Settings → API security.',
    steps: [
      'Open Send → Sending → Webhooks of your domain.',
      'Add this address for delivered, opened, clicked, permanent failure, complained and unsubscribed.',
    ],
  },
  postmark: {
    name: 'Postmark',
    ...ownSecret,
    steps: [
      'Open your server, its message stream, then Webhooks, and add this address.',
      'Choose delivery, bounce, spam complaint, open, link click and subscription change.',
    ],
  },
  amazon_ses: {
    name: 'Amazon SES',
    secret: 'none',
    secretLabel: 'Secret of the address',
    secretHint: 'Amazon signs what it sends, so none is needed.',
    steps: [
      'Make an SNS topic and have a configuration set of SES publish its events to it.',
      'Add an HTTPS subscription with this address; leave raw message delivery off.',
      'The subscription is confirmed by itself, and this topic alone is listened to from then on.',
    ],
  },
  brevo: {
    name: 'Brevo',
    ...ownSecret,
    steps: [
      'Open Transactional → Settings → Webhook, and the same under Marketing.',
      'Add this address and choose all events.',
    ],
  },
  resend: {
    name: 'Resend',
    secret: 'signing key',
    secretLabel: 'Signing secret (whsec_…)',
    secretHint: 'Resend shows it once the webhook is made; it can be added afterwards.',
    steps: [
      'Open Webhooks, add this address and choose all e-mail events.',
      'Store the signing secret here, under “Deliveries”.',
    ],
  },
  mandrill: {
    name: 'Mandrill',
    secret: 'signing key',
    secretLabel: 'Webhook key',
    secretHint: 'Mandrill shows it once the webhook is made; it can be added afterwards.',
    steps: [
      'Open Settings → Webhooks, add this address and choose all message events.',
      'Store the key of the webhook here, under “Deliveries”.',
    ],
  },
  sparkpost: {
    name: 'SparkPost',
    ...ownSecret,
    steps: [
      'Open Configuration → Webhooks and add this address.',
      'Choose message, engagement and unsubscribe events.',
    ],
  },
  mailjet: {
    name: 'Mailjet',
    ...ownSecret,
    steps: [
      'Open Account settings → Event notifications.',
      'Set this address for every event; grouped events may be on.',
    ],
  },
  mailchimp: {
    name: 'Mailchimp',
    ...ownSecret,
    steps: [
      'Open Audience → Settings → Webhooks and create one with this address.',
      'Opens and clicks are not told here: import them from the export of a report.',
    ],
  },
  mailersend: {
    name: 'MailerSend',
    secret: 'signing key',
    secretLabel: 'Signing secret',
    secretHint: 'MailerSend shows it once the webhook is made; it can be added afterwards.',
    steps: [
      'Open your domain → Webhooks, add this address and choose all events.',
      'Store the signing secret here, under “Deliveries”.',
    ],
  },
  mailtrap: {
    name: 'Mailtrap',
    secret: 'signing key',
    secretLabel: 'Signature key',
    secretHint: 'Mailtrap shows it once the webhook is made; it can be added afterwards.',
    steps: [
      'Open Settings → Webhooks, add this address and choose all events.',
      'Store the signature key here, under “Deliveries”.',
    ],
  },
  postal: {
    name: 'Postal',
    secret: 'public key',
    secretLabel: 'Public key of the server',
    secretHint: 'The RSA key of your installation (postal default-dkim-record), as PEM or base64.',
    steps: ['Open your mail server → Webhooks and add this address with all events.'],
  },
  unisender_go: {
    name: 'Unisender Go',
    secret: 'signing key',
    secretLabel: 'API key',
    secretHint: 'The key of the account or project the webhook belongs to.',
    steps: ['Open Settings → Webhooks and add this address with all statuses.'],
  },
} as const satisfies Record<Provider, ProviderWords>

export const providerNames = Object.keys(providerWords) as Provider[]
export const wordsOf = (provider: Provider): ProviderWords => providerWords[provider]
