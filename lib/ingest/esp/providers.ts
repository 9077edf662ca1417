import type { EspAdapter } from './adapter'
import { amazonSes } from './amazon-ses'
import { brevo } from './brevo'
import { mailchimp } from './mailchimp'
import { mailersend } from './mailersend'
import { mailgun } from './mailgun'
import { mailjet } from './mailjet'
import { mailtrap } from './mailtrap'
import { mandrill } from './mandrill'
import { postal } from './postal'
import { postmark } from './postmark'
import { resend } from './resend'
import { sendgrid } from './sendgrid'
import { sparkpost } from './sparkpost'
import { unisenderGo } from './unisender-go'

/** All providers by the word that stands in the address of a webhook. */
export const providers = {
  sendgrid,
  mailgun,
  postmark,
  amazon_ses: amazonSes,
  brevo,
  resend,
  mandrill,
  sparkpost,
  mailjet,
  mailchimp,
  mailersend,
  mailtrap,
  postal,
  unisender_go: unisenderGo,
} satisfies Record<string, EspAdapter>

export type Provider = keyof typeof providers

export const adapterOf = (provider: Provider): EspAdapter => providers[provider]

const aliases: Partial<Record<string, Provider>> = { ses: 'amazon_ses' }

/** The provider that this word of an address names (`amazon-ses` and `ses` are `amazon_ses`); null for none. */
export function providerOf(word: string): Provider | null {
  const name = word.toLowerCase().replaceAll('-', '_')
  const known = aliases[name] ?? name
  return Object.hasOwn(providers, known) ? (known as Provider) : null
}
