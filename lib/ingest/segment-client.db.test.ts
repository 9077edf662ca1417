import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Analytics } from '@segment/analytics-node'
import { expect, test } from 'vitest'
import { handlePost } from './handle-call'
import { ask, newWorkspace } from './testing'

test("Segment's own client delivers every kind of call", async () => {
  const { workspaceId, key } = await newWorkspace()
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', async () => {
      const path = (incoming.url ?? '').replace(/^\/v1\//, '')
      const request = new Request(`http://localhost${incoming.url}`, {
        method: 'POST',
        headers: incoming.headers as Record<string, string>,
        body: Buffer.concat(chunks),
      })
      const response = await handlePost(request, path.split('/'))
      outgoing.writeHead(response.status, Object.fromEntries(response.headers))
      outgoing.end(await response.text())
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const errors: unknown[] = []
  const analytics = new Analytics({
    writeKey: key,
    host: `http://127.0.0.1:${port}`,
    flushAt: 4,
    maxRetries: 0,
  })
  analytics.on('error', (error) => errors.push(error))
  analytics.track({ anonymousId: 'a1', event: 'Landed' })
  analytics.identify({ userId: 'ada', anonymousId: 'a1', traits: { email: 'ada@example.org', plan: 'paid' } })
  analytics.track({
    userId: 'ada',
    event: 'Report Run',
    properties: { rows: 3 },
    context: { groupId: 'acme' },
  })
  analytics.page({ userId: 'ada', name: 'Pricing', category: 'Site' })
  analytics.screen({ userId: 'ada', name: 'Home' })
  analytics.group({ userId: 'ada', groupId: 'acme', traits: { name: 'ACME' } })
  analytics.alias({ userId: 'ada', previousId: 'old-ada' })
  await analytics.closeAndFlush()
  await new Promise((resolve) => server.close(resolve))

  expect(errors).toEqual([])
  expect(
    await ask(
      workspaceId,
      'SELECT kind, name, user_id, anonymous_id, email, account_id FROM events WHERE workspace_id = {w:UUID} ORDER BY kind, name',
    ),
  ).toEqual([
    { kind: 'track', name: 'Landed', user_id: '', anonymous_id: 'a1', email: '', account_id: '' },
    { kind: 'track', name: 'Report Run', user_id: 'ada', anonymous_id: '', email: '', account_id: 'acme' },
    { kind: 'page', name: 'Page Viewed', user_id: 'ada', anonymous_id: '', email: '', account_id: '' },
    { kind: 'screen', name: 'Screen Viewed', user_id: 'ada', anonymous_id: '', email: '', account_id: '' },
    {
      kind: 'identify',
      name: 'identify',
      user_id: 'ada',
      anonymous_id: 'a1',
      email: 'ada@example.org',
      account_id: '',
    },
    { kind: 'group', name: 'group', user_id: 'ada', anonymous_id: '', email: '', account_id: 'acme' },
    { kind: 'alias', name: 'alias', user_id: 'ada', anonymous_id: '', email: '', account_id: '' },
  ])
})
