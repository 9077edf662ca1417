import { rmSync } from 'node:fs'
import addFormats from 'ajv-formats'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modelDocumentJsonSchema } from '@/lib/scoring/model-document'
import { GET as getDocument } from '@/app/api/v1/openapi.json/route'
import { GET as getModelSchema } from '@/app/api/v1/schema/model.json/route'
import { openApiDocument } from './openapi'
import { type PublicRoute, matchPath } from './route-table'
import { publicRoutes } from './public-routes'
import { exampleCalls } from './testing-calls'
import { type Sent, type World, makeWorld } from './testing-world'

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
const nameOf = ({ method, path }: Pick<PublicRoute, 'method' | 'path'>) => `${method} ${path}`
const pointer = (...parts: string[]) =>
  `#/${parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`

let world: World
beforeAll(async () => {
  ajv.addSchema(openApiDocument() as object, 'openapi')
  world = await makeWorld()
})
afterAll(() => rmSync(process.env.DATA_DIR ?? '', { recursive: true, force: true }))

/** What the schema of the document finds wrong in an answer. */
function faults(parts: string[], answer: unknown): string[] {
  const validate = ajv.compile({ $ref: `openapi${pointer(...parts)}` })
  if (validate(answer)) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  )
}

const answerAt = ({ method, path }: PublicRoute, type = 'application/json') => [
  'paths',
  path,
  method.toLowerCase(),
  'responses',
  '200',
  'content',
  type,
  'schema',
]

describe('every call of the API', () => {
  test('has an example here', () => {
    expect(Object.keys(exampleCalls).sort()).toEqual(publicRoutes.map(nameOf).sort())
  })

  test.each(publicRoutes.map((route) => [nameOf(route), route] as const))(
    '%s answers what the document says',
    async (name, route) => {
      const sent = (await exampleCalls[name]?.(world)) ?? {}
      const response = await world.call(route.method, route.path, sent)
      const text = await response.text()
      expect([response.status, response.status === 200 ? '' : text]).toEqual([200, ''])
      if (route.answers === 'csv') {
        expect(response.headers.get('content-type')).toContain('text/csv')
        return
      }
      expect(faults(answerAt(route), JSON.parse(text))).toEqual([])
      if (route.tagged) expect(response.headers.get('etag')).toMatch(/^".+"$/)
    },
  )

  test.each(publicRoutes.map((route) => [nameOf(route), route] as const))(
    '%s refuses what it does not know, in the shape of an error',
    async (name, route) => {
      const example = (await exampleCalls[name]?.(world)) ?? {}
      const response = await world.call(route.method, route.path, wrong(route, example))
      const body: unknown = await response.json()
      expect([400, 404, 422]).toContain(response.status)
      expect(faults(['components', 'schemas', 'Error'], body)).toEqual([])
    },
  )
})

/** The call with a field that does not exist, or where it takes none with a thing that does not. */
function wrong({ place, body }: PublicRoute, sent: Sent): Sent {
  if (body === 'document') return { ...sent, body: { kind: 'engagement', nonsense: 1 } }
  if (place === 'query') return { ...sent, query: { ...sent.query, nonsense: '1' } }
  if (place === 'body') return { ...sent, body: { ...(sent.body as object), nonsense: 1 } }
  return { ...sent, params: { id: 'nonsense' } }
}

type Node = { [key: string]: unknown }
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** Every object inside a value, with the place where it stands. */
function* nodesOf(value: unknown, place: string[] = []): Generator<[string[], Node]> {
  if (!isNode(value)) return
  if (!Array.isArray(value)) yield [place, value]
  for (const [key, inner] of Object.entries(value)) yield* nodesOf(inner, [...place, key])
}

describe('the document', () => {
  const document = openApiDocument() as unknown as Node & {
    paths: Record<string, Record<string, Node>>
  }
  const calls = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => ['get', 'post', 'put', 'delete'].includes(method))
      .map(([method, call]) => ({ path, method, call: call as Node & { responses: Record<string, Node> } })),
  )

  test('is read without a key, and so is the grammar of models', async () => {
    expect(await (await getDocument()).json()).toEqual(JSON.parse(JSON.stringify(document)))
    expect(await (await getModelSchema()).json()).toEqual(
      JSON.parse(JSON.stringify(modelDocumentJsonSchema())),
    )
  })

  test('has what OpenAPI 3.1 asks for', () => {
    expect(document).toMatchObject({
      openapi: expect.stringMatching(/^3\.1\.\d$/),
      info: { title: expect.any(String), version: expect.stringMatching(/^\d/) },
      security: [{ key: [] }],
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
    })
    for (const { path, call } of calls) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const parameters = (call.parameters ?? []) as { name: string; in: string; required: boolean }[]
      const ofPath = parameters.filter((parameter) => parameter.in === 'path')
      expect([path, ofPath.map(({ name }) => name)]).toEqual([path, inPath])
      expect(ofPath.every(({ required }) => required)).toBe(true)
      const places = parameters.map(({ name, in: place }) => `${place} ${name}`)
      expect(new Set(places).size).toBe(places.length)
      expect(call.summary).toEqual(expect.stringMatching(/^[A-Z].*[^.]$/))
      expect(Object.keys(call.responses)).toContain('200')
    }
    const names = calls.map(({ call }) => call.operationId)
    expect(new Set(names).size).toBe(names.length)
  })

  test('names every call of the API, each with the shape of its answer', () => {
    const named = calls.map(({ method, path }) => `${method.toUpperCase()} ${path}`)
    expect(publicRoutes.map(nameOf).filter((name) => !named.includes(name))).toEqual([])
    for (const route of publicRoutes.filter(({ answers }) => answers !== 'csv')) {
      const schema = answerAt(route).reduce<unknown>((node, key) => (node as Node)[key], document) as Node
      expect([
        nameOf(route),
        Object.keys(schema).some((key) => ['type', '$ref', 'anyOf', 'oneOf'].includes(key)),
      ]).toEqual([nameOf(route), true])
    }
  })

  test('has no reference that leads nowhere, and no schema that is not valid', () => {
    for (const [place, node] of nodesOf(document)) {
      if (typeof node.$ref === 'string') {
        const target = node.$ref
          .slice(2)
          .split('/')
          .reduce<unknown>((at, key) => (at as Node)?.[key], document)
        expect([place, target]).toEqual([place, expect.anything()])
      }
      if (isNode(node.schema)) {
        expect([place, ajv.validateSchema(node.schema)]).toEqual([place, true])
      }
    }
  })

  test('an address of the table is found by its own path alone', () => {
    for (const route of publicRoutes) {
      const address = route.path.replaceAll(/\{\w+\}/g, 'x')
      const first = publicRoutes.find(
        ({ method, path }) => method === route.method && matchPath(path, address) !== null,
      )
      expect(first && nameOf(first)).toBe(nameOf(route))
    }
  })
})
