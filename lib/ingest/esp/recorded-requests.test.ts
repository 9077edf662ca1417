import { hash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { haveData, withData } from '@/lib/ingest/files/testing-data'
import { actionOf } from './action-of'
import { meaningOf, type ProviderEvent } from './adapter'
import { openDelivery } from './delivery'
import { textOf } from './fields'
import { adapterOf, type Provider } from './providers'
import { receiveDelivery } from './receive-delivery'
import { type Recording, recordersKeys, recordings, sentAt } from './testing-recordings'
import { testNow } from './testing-senders'

/** Where what is decoded differs from the recording, field by field, and why. */
const exceptions: { request: string; time: string; why: string }[] = [
  {
    request: 'brevo/failed__error_email',
    time: '2020-11-09T14:53:43.000Z',
    why: 'ts_epoch is in seconds here; the recording read them as milliseconds and got January 1970',
  },
  {
    request: 'brevo/complained__complaint',
    time: '2020-11-09T14:54:14.000Z',
    why: 'there is no ts_epoch, but a ts_event, which ingest.md names; the recording has no time',
  },
  {
    request: 'sparkpost/failed__generation_failure_event',
    time: '2018-10-11T23:24:45.000Z',
    why: 'the time is ISO 8601 instead of seconds; the recording could not read it (the event is no action)',
  },
]

/** Recorded requests whose events are decoded as expected, but are about nobody who could be a contact. */
const withoutContact = [
  'mailgun/clicked__metadata_post_fields: no_recipient',
  'mailgun/delivered__metadata_message_headers: no_recipient',
  'mailgun/delivered__x_tags: no_recipient',
  'mailgun/opened__tags: no_recipient',
  'mailjet/bounced__bounce_event: bad_recipient',
  'postmark/unsubscribed__bounce_unsubscribe_variant: no_recipient',
  'sparkpost/opened+unknown+clicked__amp_events: no_recipient',
  'sparkpost/opened+unknown+clicked__amp_events: no_recipient',
]

const typeOfAction: Record<string, string> = {
  read: 'opened',
  click: 'clicked',
  delivered: 'delivered',
  bounce_hard: 'bounced',
  bounce_soft: 'bounced',
  complaint: 'complained',
  unsubscribe: 'unsubscribed',
  subscribed: 'subscribed',
}

function typeOf(provider: Provider, { type }: ProviderEvent): string | undefined {
  const meaning = meaningOf(adapterOf(provider).meanings, type)
  return typeof meaning === 'object'
    ? meaning.ignored
    : meaning === 'unknown'
      ? meaning
      : typeOfAction[meaning]
}

const decoded = async ({ provider, request, settings }: Recording) =>
  adapterOf(provider).decode(await openDelivery(request), settings)

describe.skipIf(!haveData)(withData('recorded requests of the providers'), () => {
  test.each(recordings)('$name is decoded to what was recorded', async (recording) => {
    const exception = exceptions.find(({ request }) => request === recording.name)
    const events = await decoded(recording)
    const found = events.map((event) => ({
      event_type: typeOf(recording.provider, event),
      recipient: event.recipient,
      message_id: event.messageId,
      click_url: event.url ?? null,
      user_agent: event.userAgent ?? null,
    }))
    const expected = recording.expected.map(
      ({ event_type, recipient, message_id, click_url, user_agent }) => ({
        event_type,
        recipient,
        message_id: textOf(message_id),
        click_url,
        user_agent,
      }),
    )
    expect(found).toEqual(expected)
    for (const [i, { timestamp }] of recording.expected.entries()) {
      const at = exception?.time ?? timestamp
      const difference = at === null ? events[i]?.occurredAt : (events[i]?.occurredAt ?? 0) - Date.parse(at)
      if (at === null) expect(difference).toBeNull()
      else expect(Math.abs(difference ?? NaN)).toBeLessThanOrEqual(1)
    }
  })

  test('every recording is of a provider with an adapter, and all are read', () => {
    expect(recordings.length).toBe(130)
    expect(new Set(recordings.map(({ provider }) => provider)).size).toBe(13)
  })

  test('only those listed are about nobody', async () => {
    const found: string[] = []
    for (const recording of recordings)
      for (const event of await decoded(recording)) {
        const understood = actionOf(recording.provider, 'recorded', event, testNow)
        if (understood.kind === 'ignored' && understood.reason.endsWith('_recipient'))
          found.push(`${recording.name}: ${understood.reason}`)
      }
    expect(found.sort()).toEqual(withoutContact)
  })

  test('what an image proxy opened is marked, with its reason', async () => {
    const recording = recordings.find(({ name }) => name === 'mailjet/opened__open_event')
    const [event] = recording ? await decoded(recording) : []
    const understood = event && actionOf('mailjet', 'recorded', event, testNow)
    expect(understood).toMatchObject({
      action: { name: 'read', machine: true, machineReason: 'opened by Google’s image proxy' },
    })
  })

  const believable = recordings.filter(({ provider }) => recordersKeys[provider] !== undefined)

  async function received(recording: Recording) {
    const { provider, request, settings } = recording
    const secret = recordersKeys[provider]
    return receiveDelivery(provider, request, { ...settings, secret }, await sentAt(recording))
  }

  test.each(believable)('$name is believed under the key of the recorder', async (recording) => {
    expect(await received(recording)).toMatchObject({ ok: true })
  })

  test('shuffled and sent twice, they tell the same events', async () => {
    const idsOf = async (list: Recording[]) => {
      const ids = new Set<string>()
      for (const recording of list) {
        const answer = await received(recording)
        if (answer.ok) for (const { eventId } of answer.actions) ids.add(eventId)
      }
      return [...ids].sort()
    }
    const once = await idsOf(believable)
    const orderOf = (recording: Recording, round: number) =>
      hash('sha256', `${round} ${recording.name}`, 'hex')
    const twice = [1, 2].flatMap((round) =>
      believable.map((recording) => ({ recording, at: orderOf(recording, round) })),
    )
    const shuffled = twice.sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ recording }) => recording)
    expect(await idsOf(shuffled)).toEqual(once)
    expect(once.length).toBeGreaterThan(50)
  })
})
