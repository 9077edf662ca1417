import { X509Certificate } from 'node:crypto'
import type { Outside, SourceSettings, Verdict } from './adapter'
import { type Fields, textOf, timeOf } from './fields'
import { freshEnough } from './fresh-enough'
import { isSignedBy } from './public-key-signature'

const HOUR = 3_600_000
/** SNS tries again for up to an hour and does not sign anew. */
const tolerance = 2 * HOUR

const host = /^sns\.[a-z]{2}(?:-[a-z]+)+-\d\.amazonaws\.com$/

/** Whether this address is one of Amazon SNS itself: https, `sns.<region>.amazonaws.com`, no port, no credentials. */
export function isSnsAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, port, username, password } = new URL(address)
  return protocol === 'https:' && host.test(hostname) && port === '' && username === '' && password === ''
}

const notificationKeys = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type']
const confirmationKeys = ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type']

/** What SNS signs: names and values of these fields, each on a line of its own; a missing one is left out. */
export function snsSigned(message: Fields): string {
  const keys = message.Type === 'Notification' ? notificationKeys : confirmationKeys
  return keys
    .flatMap((key) => (typeof message[key] === 'string' ? [`${key}\n${message[key]}\n`] : []))
    .join('')
}

/**
 * Version 1 signs with SHA-1, version 2 with SHA-256, both with RSA. The certificate is fetched only from Amazon SNS. A
 * topic of somebody else signs just as well, hence `topicArn`.
 */
export async function snsSignature(
  message: Fields,
  { topicArn }: SourceSettings,
  now: Date,
  outside: Outside,
): Promise<Verdict> {
  const refuse = (text: string): Verdict => ({ code: 'signature', message: text })
  const [version, signature, address] = [
    message.SignatureVersion,
    message.Signature,
    message.SigningCertURL,
  ].map(textOf)
  if (!version || !signature || !address) return refuse('The message is not signed.')
  if (version !== '1' && version !== '2') return refuse(`Version ${version} of signatures is not known.`)
  if (!isSnsAddress(address) || !new URL(address).pathname.endsWith('.pem'))
    return refuse('The address of the certificate does not belong to Amazon SNS.')
  const key = await keyAt(address, outside)
  if (!key) return refuse('The certificate of the signature could not be read.')
  const hash = version === '1' ? 'sha1' : 'sha256'
  if (!isSignedBy(key, hash, Buffer.from(snsSigned(message)), signature))
    return refuse('The signature does not fit the message.')
  if (topicArn && textOf(message.TopicArn) !== topicArn)
    return refuse('The message comes from another topic than this source listens to.')
  return freshEnough(timeOf(message.Timestamp), now, tolerance)
}

async function keyAt(address: string, outside: Outside) {
  try {
    return new X509Certificate(await outside.certificate(address)).publicKey
  } catch {
    return null
  }
}
