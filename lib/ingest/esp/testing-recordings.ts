import { createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { dataFile, haveData } from '@/lib/ingest/files/testing-data'
import type { SourceSettings } from './adapter'
import { type EspRequest, openDelivery } from './delivery'
import { fieldsOf, textOf } from './fields'
import { type Provider, providerOf } from './providers'
import { settingsOf, signPostalOnce, signSendgrid, snsMessage, testNow } from './testing-senders'

type Expected = {
  request: {
    method: string
    path: string
    content_type: string
    headers: Record<string, string>
    body_file: string
  }
  expected_events: {
    event_type: string
    timestamp: string | null
    message_id: string | number | null
    recipient: string | null
    click_url: string | null
    user_agent: string | null
  }[]
}
export type Recording = {
  name: string
  provider: Provider
  request: EspRequest
  settings: SourceSettings
  expected: Expected['expected_events']
}

/** Every recorded request; none where there is no test data. */
export const recordings: readonly Recording[] = haveData
  ? readdirSync(dataFile('esp')).flatMap(recordingsOf)
  : []

function recordingsOf(folder: string): Recording[] {
  const provider = providerOf(folder)
  if (provider === null) throw new Error(`no adapter for ${folder}`)
  const files = readdirSync(dataFile(`esp/${folder}`)).filter((file) => file.endsWith('.expected.json'))
  return files.map((file) => {
    const read = (name: string) => readFileSync(dataFile(path.join('esp', folder, name)))
    const { request, expected_events } = JSON.parse(read(file).toString()) as Expected
    const name = `${folder}/${file.replace('.expected.json', '')}`
    return {
      name,
      provider,
      settings: { sourceId: 'recorded', countInitialOpens: name.endsWith('initial_open_event_as_opened') },
      expected: expected_events,
      request: {
        method: request.method,
        url: request.path,
        headers: headersOf(request.content_type, request.headers),
        rawBody: read(request.body_file),
      },
    }
  })
}

/** The recorder wrote the names as CGI variables and some values as Python's `b'…'`. */
function headersOf(contentType: string, recorded: Record<string, string>): Headers {
  const entries = Object.entries(recorded).map(([name, value]) => [
    name.replace(/^HTTP_/, '').replaceAll('_', '-'),
    value.replace(/^b'(.*)'$/, '$1'),
  ])
  return new Headers({ ...Object.fromEntries(entries), 'content-type': contentType })
}

/** Keys that the recorder used. */
export const recordersKeys: Partial<Record<Provider, string>> = {
  mailgun: 'TEST_WEBHOOK_SIGNING_KEY',
  mailersend: 'TEST_WEBHOOK_SIGNING_SECRET',
  mandrill: 'TEST_WEBHOOK_KEY',
  unisender_go: 'TEST_API_KEY',
  postmark: 'password',
  brevo: 'password',
  sparkpost: 'password',
  mailjet: 'password',
  mailtrap: 'password',
}

/** When the request would have come in. */
export async function sentAt({ provider, request }: Recording): Promise<Date> {
  if (provider !== 'mailgun') return testNow
  const { form, json } = await openDelivery(request)
  const at = form?.get('timestamp')?.at(-1) ?? textOf(fieldsOf(fieldsOf(json()).signature).timestamp)
  return new Date(Number(at) * 1000)
}

export const testTopic = 'arn:aws:sns:eu-central-1:123456789012:mail'
const seconds = String(testNow.getTime() / 1000)

/** The secret under which the source of a provider believes what `asBelieved` answers. */
export const secretOf = (provider: Provider): string | null =>
  recordersKeys[provider] ?? settingsOf(provider).secret ?? null

/** The request, signed anew at `testNow` where the key of the recorder is not known. */
export function asBelieved({ provider, request }: Recording): EspRequest {
  const text = Buffer.from(request.rawBody).toString('utf8')
  const withHeaders = (added: Record<string, string>): EspRequest => {
    const headers = new Headers(request.headers)
    for (const [name, value] of Object.entries(added)) headers.set(name, value)
    return { ...request, headers }
  }
  switch (provider) {
    case 'sendgrid':
      return withHeaders(signSendgrid(text, seconds))
    case 'postal':
      return withHeaders(signPostalOnce(text))
    case 'resend': {
      const key = Buffer.from((secretOf('resend') ?? '').replace('whsec_', ''), 'base64')
      const id = request.headers.get('svix-id') ?? 'msg_1'
      const signature = createHmac('sha256', key).update(`${id}.${seconds}.${text}`).digest('base64')
      return withHeaders({ 'svix-id': id, 'svix-timestamp': seconds, 'svix-signature': `v1,${signature}` })
    }
    case 'amazon_ses': {
      const told = { ...fieldsOf(JSON.parse(text)), TopicArn: testTopic, Timestamp: testNow.toISOString() }
      return { ...request, rawBody: Buffer.from(JSON.stringify(snsMessage(told))) }
    }
    default:
      return request
  }
}
