import { beforeAll, describe, expect, test } from 'vitest'
import { parseEngagementDocument } from '@/lib/scoring/engagement/document'
import { documentExamples } from '@/lib/scoring/engagement/testing-document-examples'
import { db } from '@/lib/server/db'
import { respond } from '@/lib/server/route'
import { makeApiKey, makeWorkspace } from '@/lib/server/testing'
import { answerCall } from './answer-call'
import { errorSchema } from './shapes'
import { worldDocument } from './testing-world'

let key: string
let workspaceId: string
let draft: string

const send = (method: 'POST' | 'PUT', path: string, body: unknown) => {
  const headers = { authorization: `Bearer ${key}`, 'if-match': '"one"' }
  const request = new Request(`http://test/api/v1${path}`, { method, headers, body: JSON.stringify(body) })
  return respond(() => answerCall(request))
}

beforeAll(async () => {
  const workspace = await makeWorkspace()
  workspaceId = workspace.id
  key = await makeApiKey(workspace, 'editor')
  const kept = { kind: 'engagement', name: 'Kept', draft: worldDocument, draftTag: 'one' }
  const model = await db().model.create({ data: { workspaceId, ...kept } })
  draft = `/models/${model.id}/draft`
})

const doors = [
  ['POST', () => '/models'],
  ['PUT', () => draft],
] as const

describe.each(doors)('a bad document, sent by %s', (method, path) => {
  test.each(Object.entries(documentExamples))('%s: is answered with place and reason', async (_, one) => {
    const response = await send(method, path(), one.invalid)
    const { error } = errorSchema.parse(await response.json())
    expect([response.status, error.code, error.path]).toEqual([422, 'invalid', one.path])
    expect(parseEngagementDocument(one.invalid)).toHaveProperty('message', error.message)
  })

  test('a contact model is told to be for later, at its kind', async () => {
    const response = await send(method, path(), { kind: 'contact', name: 'Newsletter' })
    const { error } = errorSchema.parse(await response.json())
    expect([response.status, error.code, error.path]).toEqual([422, 'not_yet', ['kind']])
  })

  test.each([[[]], ['text'], [7]])('what is no object is refused as a whole: %j', async (body) => {
    const response = await send(method, path(), body)
    const { error } = errorSchema.parse(await response.json())
    expect([response.status, error.path]).toEqual([422, []])
    expect(error.message).toBe('Give a model document, an object.')
  })

  test('changes nothing', async () => {
    const models = await db().model.findMany({ where: { workspaceId } })
    expect(models.map(({ name, draft, draftTag }) => [name, draft, draftTag])).toEqual([
      ['Kept', worldDocument, 'one'],
    ])
  })
})
