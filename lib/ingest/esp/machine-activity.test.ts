import { describe, expect, test } from 'vitest'
import { mail, ses, sparkpost, unix } from './testing-deliveries'
import { actionsOf } from './testing-senders'

describe('what machines did', () => {
  const opened = (more: object) => [
    { event: 'open', email: mail, timestamp: unix, sg_event_id: 'e', ...more },
  ]

  test.each([
    ['sg_machine_open', { sg_machine_open: true }],
    ['opened by Google’s image proxy', { useragent: 'Mozilla/5.0 (via ggpht.com GoogleImageProxy)' }],
    ['opened by Apple’s mail privacy proxy', { useragent: 'Mozilla/5.0' }],
    [
      'opened by Yahoo’s mail proxy',
      { useragent: 'YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html' },
    ],
    ['opened by a scanner (Barracuda)', { useragent: 'Mozilla/5.0 (compatible; Barracuda Sentinel)' }],
    ['opened by a link preview', { useragent: 'Mozilla/5.0 BingPreview/1.0b' }],
    ['opened by a script', { useragent: 'python-requests/2.31' }],
  ])('%s', async (machineReason, more) => {
    const [action] = await actionsOf('sendgrid', opened(more))
    expect(action).toMatchObject({ machine: true, machineReason, properties: { machineReason } })
  })

  test('a browser and a mail program are people', async () => {
    for (const useragent of [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)',
      'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; Microsoft Outlook 16.0.5404)',
      'Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Thunderbird/115.6.0',
    ])
      expect((await actionsOf('sendgrid', opened({ useragent })))[0]).toMatchObject({ machine: false })
  })

  test('proxy opens of Brevo and prefetched ones of SparkPost', async () => {
    const proxy = { event: 'unique_proxy_open', email: mail, ts_event: unix, 'message-id': 'm' }
    expect(await actionsOf('brevo', proxy)).toMatchObject([
      { name: 'read', machineReason: 'unique_proxy_open' },
    ])
    const prefetched = sparkpost({ type: 'open', user_agent_parsed: { is_prefetched: true } })
    expect(await actionsOf('sparkpost', prefetched)).toMatchObject([{ machineReason: 'is_prefetched' }])
  })

  test('what happens to a message is no machine’s doing, whoever reports it', async () => {
    const told = ses('Complaint', {
      complaint: { userAgent: 'python-requests', complainedRecipients: [{ emailAddress: mail }] },
    })
    expect(await actionsOf('amazon_ses', told)).toMatchObject([{ name: 'complaint', machine: false }])
  })
})
