import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { storeEvents } from '@/lib/engagement/testing'
import { publishedContactModel } from '@/lib/contacts/testing-stored-ratings'
import { joinAccount } from '@/lib/people/testing'
import { createWriteKey } from '@/lib/sources/data'
import { allowed, permissions } from '@/lib/auth/permissions'
import type { Context } from '@/lib/server/context'
import { db } from '@/lib/server/db'
import { AppError } from '@/lib/server/errors'
import { respond } from '@/lib/server/route'
import { contextOf, makeApiKey, makeWorkspace } from '@/lib/server/testing'
import { roles } from '@/lib/workspaces/schema'
import { answerCall } from './answer-call'
import { operations, readOperations } from './operations'
import { publicRoutes } from './public-routes'

/** Takes an id, but to make a thing of it: the file that was just stored. */
const creates = ['imports.upload']

/** What a person may change of themselves, whatever their role. */
const ownAccount = ['account.change', 'account.skip-welcome']

const document = {
  kind: 'engagement',
  name: 'Theirs',
  behaviors: [{ key: 'login', match: { events: ['login'] }, weight: 1 }],
}

type Things = Record<
  'model' | 'version' | 'run' | 'import' | 'source' | 'provider' | 'key' | 'person' | 'account',
  string
>

async function makeThings({ id: workspaceId }: Context['workspace']): Promise<Things> {
  const model = await db().model.create({
    data: { workspaceId, kind: 'engagement', name: 'Theirs', draft: document, draftTag: 'one' },
  })
  const version = await db().modelVersion.create({
    data: {
      modelId: model.id,
      number: 1,
      document,
      note: '',
      publishedBy: 'Test',
      referenceAsOf: new Date('2026-01-05'),
    },
  })
  const run = await db().run.create({
    data: { workspaceId, modelId: model.id, versionId: version.id, asOf: new Date('2026-01-05') },
  })
  const file = await db().import.create({
    data: {
      workspaceId,
      kind: 'events',
      fileName: 'a.csv',
      size: 1,
      sha256: '',
      state: 'uploaded',
      createdBy: 'Test',
    },
  })
  const source = await createWriteKey(workspaceId, 'Theirs')
  const provider = await db().providerSource.create({
    data: { workspaceId, provider: 'brevo', name: 'Theirs', createdBy: 'Test' },
  })
  const key = await db().apiKey.create({
    data: { workspaceId, name: 'Theirs', role: 'viewer', keyHash: randomUUID(), prefix: 'ak_' },
  })
  const [person, account] = [`person-${randomUUID()}`, `account-${randomUUID()}`]
  const identity = `user:${person}`
  const at = Date.UTC(2026, 0, 4)
  await storeEvents([
    { workspace: workspaceId, identity, name: 'login', at },
    { workspace: workspaceId, identity, kind: 'action', name: 'read', at },
  ])
  await publishedContactModel(workspaceId)
  await joinAccount(workspaceId, identity, account)
  return {
    person,
    account,
    model: model.id,
    version: version.id,
    run: run.id,
    import: file.id,
    source: source.id,
    provider: provider.id,
    key: key.id,
  }
}

let ours: Context['workspace']
let theirs: Context['workspace']
let things: Things

beforeAll(async () => {
  ours = await makeWorkspace()
  theirs = await makeWorkspace()
  things = await makeThings(theirs)
  await publishedContactModel(ours.id)
})

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

/** What is sent, by the end of the path. */
const bodies: Record<string, object> = {
  draft: document,
  merge: { into: 'somebody' },
  'roll-back': { version: 1 },
  'known-people': { people: [] },
  secret: { secret: 'secret' },
  simulate: { actions: ['read'] },
}

function call(method: string, path: string, key: string): Promise<Response> {
  const sent = bodies[path.split('/').at(-1) ?? ''] ?? {}
  const body = method === 'GET' || method === 'DELETE' ? undefined : JSON.stringify(sent)
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'if-match': '"one"' }
  return respond(() => answerCall(new Request(`http://test/api/v1${path}`, { method, headers, body })))
}

/** The path of a route with ids of the other workspace in it. */
function theirPath(path: string): string {
  const ids: Record<string, string> = {
    models: things.model,
    runs: things.run,
    imports: things.import,
    people: things.person,
    contacts: things.person,
    accounts: things.account,
    sources: things.source,
    providers: things.provider,
  }
  const id = ids[path.split('/')[1] ?? '']
  if (!id && path.includes('{id}')) throw new Error(`Say what the id of ${path} is of.`)
  return path.replace('{id}', id ?? '').replace('{version}', '1')
}

describe('every operation', () => {
  test('has a name of its own and a permission of the table', () => {
    const names = operations.map((operation) => operation.definition.name)
    expect(new Set(names).size).toBe(names.length)
    expect(operations.filter(({ definition }) => !(definition.permission in permissions))).toEqual([])
    expect(operations.length).toBeGreaterThan(25)
  })

  test.each(roles)(
    'refuses %s exactly what the table does not give, before it reads the input',
    async (role) => {
      const context = contextOf(ours, role)
      const wrong: string[] = []
      for (const operation of operations) {
        const { name, permission } = operation.definition
        if (allowed(role, permission)) continue
        if ((await codeOf(operation(context, {} as never))) !== 'forbidden') wrong.push(name)
      }
      expect(wrong).toEqual([])
    },
  )

  test('that writes is closed to viewers, but for their own account', async () => {
    const open = operations.filter(
      ({ definition }) => definition.writes && allowed('viewer', definition.permission),
    )
    expect(open.map(({ definition }) => definition.name).sort()).toEqual(ownAccount)
  })

  test('that writes is not among the reads the browser may ask for by name', () => {
    expect([...readOperations.values()].filter(({ definition }) => definition.writes)).toEqual([])
  })

  test('that asks for a thing by its id finds nothing of another workspace', async () => {
    const context = contextOf(ours, 'owner')
    const inputs = (id: string) => [
      { id },
      { id, kind: 'events' },
      { id, into: id },
      { id, document, ifMatch: 'one' },
      { id, version: 1 },
      { id, population: id },
      { id, people: [] },
      { id, secret: 'secret' },
      { id, actions: ['read'] },
      { id, mapping: '[]' },
      { model: id },
    ]
    const takesId = ({ definition: { input } }: (typeof operations)[number]) =>
      'shape' in input && ['id', 'model'].some((key) => key in (input.shape as object))
    const asked = operations.filter(
      (operation) => takesId(operation) && !creates.includes(operation.definition.name),
    )
    expect(asked.length).toBeGreaterThan(15)
    for (const operation of asked) {
      const codes = new Set<string>()
      for (const id of Object.values(things)) {
        for (const input of inputs(id)) {
          const answer = operation(context, input as never).then((output) =>
            expect(JSON.stringify(output)).not.toContain(id),
          )
          codes.add(await codeOf(answer))
        }
      }
      const { name } = operation.definition
      const understood = [...codes].filter((code) => code !== 'invalid')
      expect([name, understood]).toEqual([
        name,
        name.endsWith('.list') || name === 'overview.get' ? expect.anything() : ['not_found'],
      ])
      expect(understood.filter((code) => !['done', 'not_found'].includes(code))).toEqual([])
      expect(understood.length).toBeGreaterThan(0)
    }
  })
})

describe('every call of the public API', () => {
  test('wants a key, and says nothing of paths without one', async () => {
    for (const { method, path } of publicRoutes) {
      const response = await call(method, theirPath(path), 'nonsense')
      expect([method, path, response.status]).toEqual([method, path, 401])
    }
  })

  test('that writes is refused to the key of a viewer', async () => {
    const key = await makeApiKey(theirs, 'viewer')
    const writes = publicRoutes.filter(({ operation }) => operation.definition.writes)
    const reads = publicRoutes.filter((route) => !writes.includes(route))
    expect(reads.flatMap(({ method, path }) => (method === 'GET' ? [] : [path]))).toEqual([
      '/contacts/{id}/simulate',
      '/models/{id}/preview',
      '/models/{id}/known-people/agreement',
    ])
    for (const { method, path } of writes) {
      const response = await call(method, theirPath(path), key)
      expect([method, path, response.status]).toEqual([method, path, 403])
    }
  })

  test('answers a key of another workspace as if the thing did not exist', async () => {
    const key = await makeApiKey(ours, 'owner')
    for (const { method, path } of publicRoutes.filter((route) => route.path.includes('{id}'))) {
      const response = await call(method, theirPath(path), key)
      expect([method, path, response.status]).toEqual([method, path, 404])
      expect(await response.text()).not.toContain(theirs.id)
    }
  })

  test('lists to a key nothing that another workspace holds', async () => {
    const key = await makeApiKey(ours, 'owner')
    for (const { path } of publicRoutes.filter(
      (route) => route.method === 'GET' && !route.path.includes('{'),
    )) {
      const text = await (await call('GET', path, key)).text()
      for (const id of Object.values(things)) expect(text).not.toContain(id)
    }
  })

  test('refuses a key that was revoked', async () => {
    const key = await makeApiKey(ours, 'owner')
    expect((await call('GET', '/workspace', key)).status).toBe(200)
    await db().apiKey.updateMany({ where: { workspaceId: ours.id }, data: { revokedAt: new Date() } })
    expect((await call('GET', '/workspace', key)).status).toBe(401)
  })
})
