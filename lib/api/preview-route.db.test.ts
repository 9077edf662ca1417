import { expect, test } from 'vitest'
import { modelDocument, newWorkspace } from '@/lib/engagement/testing'
import { trackEvent } from '@/lib/ingest/testing'
import { writeEvents } from '@/lib/ingest/write-events'
import { createModel } from '@/lib/models/operations'
import { postPreview, previewAnswer } from './preview-route'

test('a preview is of the kind of its model, by a bare document or by fields', async () => {
  const made = await newWorkspace({ lastOccurredAt: new Date('2026-06-01T08:00:00Z') })
  const read = trackEvent('one', {
    ...{ kind: 'action', name: 'read', email: 'a@example.org' },
    occurredAt: new Date('2026-06-01T07:00:00Z'),
  })
  await writeEvents(made.id, { id: crypto.randomUUID(), kind: 'http' }, [read], new Date())
  const context = made.contextOf()
  const post = (id: string, body: unknown) =>
    postPreview(context, {
      ...{ params: { id }, query: {}, headers: new Headers(), body },
      request: new Request('http://test'),
    })

  const contacts = await createModel(context, { document: { kind: 'contact', name: 'Newsletter' } })
  const draft = await post(contacts.id, {})
  expect(draft).toMatchObject({ contacts: 1, stars: [0, 1, 0, 0, 0], version: null, change: null })
  expect(previewAnswer.safeParse(draft).success).toBe(true)
  const reads = [{ action: 'read', points: 9 }]
  expect(await post(contacts.id, { kind: 'contact', name: 'N', actions: reads })).toMatchObject({
    stars: [0, 0, 0, 0, 1],
  })
  expect(await post(contacts.id, { change: { actions: reads } })).toMatchObject({ stars: [0, 0, 0, 0, 1] })
  await expect(post(contacts.id, modelDocument())).rejects.toMatchObject({ code: 'invalid' })
  await expect(post('nothing', {})).rejects.toMatchObject({ code: 'invalid' })
})
