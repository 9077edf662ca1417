import { beforeAll, describe, expect, test } from 'vitest'
import { contactExamples } from '@/lib/scoring/contacts/testing-document-examples'
import { parseEngagementDocument } from '@/lib/scoring/engagement/document'
import { documentExamples } from '@/lib/scoring/engagement/testing-document-examples'
import { parseModelDocument } from '@/lib/scoring/model-document'
import { db } from '@/lib/server/db'
import { respond } from '@/lib/server/route'
import { makeApiKey, makeWorkspace } from '@/lib/server/testing'
import { answerCall } from './answer-call'
import { errorSchema } from './shapes'
import { worldDocument } from './testing-world'

let key: string
let workspaceId: string
const drafts = { engagement: '', contact: '' }

const kept = { engagement: worldDocument, contact: { kind: 'contact', name: 'Newsletter' } }
type Kind = keyof typeof kept

const send = (method: 'POST' | 'PUT', path: string, body: unknown) => {
  const headers = { authorization: `Bearer ${key}`, 'if-match': '"one"' }
  const request = new Request(`http://test/api/v1${path}`, { method, headers, body: JSON.stringify(body) })
  return respond(() => answerCall(request))
}

beforeAll(async () => {
  const workspace = await makeWorkspace()
  workspaceId = workspace.id
  key = await makeApiKey(workspace, 'editor')
  for (const [kind, draft] of Object.entries(kept)) {
    const model = await db().model.create({ data: { workspaceId, kind, name: kind, draft, draftTag: 'one' } })
    drafts[kind as Kind] = `/models/${model.id}/draft`
  }
})

const doors = [
  ['POST', (_: Kind) => '/models'],
  ['PUT', (kind: Kind) => drafts[kind]],
] as const

describe.each(doors)('a bad document, sent by %s', (method, path) => {
  test.each(Object.entries(documentExamples))('%s: is answered with place and reason', async (_, one) => {
    const response = await send(method, path('engagement'), one.invalid)
    const { error } = errorSchema.parse(await response.json())
    expect([response.status, error.code, error.path]).toEqual([422, 'invalid', one.path])
    expect(parseEngagementDocument(one.invalid)).toHaveProperty('message', error.message)
  })

  test.each(Object.entries(contactExamples))('%s, of a contact model: as well', async (_, one) => {
    const response = await send(method, path('contact'), one.invalid)
    const { error } = errorSchema.parse(await response.json())
    expect([response.status, error.code, error.path]).toEqual([422, 'invalid', one.path])
    expect(parseModelDocument(one.invalid)).toHaveProperty('message', error.message)
  })

  test.each([[[]], ['text'], [7]])('what is no object is refused as a whole: %j', async (body) => {
    const response = await send(method, path('engagement'), body)
    const { error } = errorSchema.parse(await response.json())
    expect([response.status, error.path]).toEqual([422, []])
    expect(error.message).toBe('Give a model document, an object.')
  })

  test('changes nothing', async () => {
    const models = await db().model.findMany({ where: { workspaceId }, orderBy: { kind: 'desc' } })
    expect(models.map(({ kind, draft, draftTag }) => [kind, draft, draftTag])).toEqual(
      Object.entries(kept).map(([kind, draft]) => [kind, draft, 'one']),
    )
  })
})
