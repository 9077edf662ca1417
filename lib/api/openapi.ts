import { modelDocumentJsonSchema } from '@/lib/scoring/model-document'
import { errorStatus } from '@/lib/server/errors'
import { healthSchema } from '@/lib/server/health'
import { productVersion } from '@/lib/server/product-version'
import { jsonSchemaOf } from './json-schema'
import { callOf, refTo } from './openapi-call'
import { publicRoutes } from './public-routes'
import { errorSchema } from './shapes'

const json = (schema: object) => ({ 'application/json': { schema } })

/** What answers without a key: it holds no data of anybody. */
const open = (operationId: string, summary: string, schema: object) => ({
  operationId,
  tags: ['about'],
  summary,
  security: [],
  responses: { 200: { description: 'Done.', content: json(schema) } },
})

const health = {
  ...open(
    'health',
    'Whether databases and queue answer, and which version this is',
    jsonSchemaOf(healthSchema, 'output'),
  ),
}

function paths() {
  const calls: Record<string, Record<string, unknown>> = {}
  for (const route of publicRoutes) {
    calls[route.path] = { ...calls[route.path], [route.method.toLowerCase()]: callOf(route) }
  }
  return {
    ...calls,
    '/schema/model.json': {
      get: open('schema.model', 'The grammar of model documents as JSON Schema', { type: 'object' }),
    },
    '/openapi.json': { get: open('openapi', 'This document', { type: 'object' }) },
    '/health': {
      servers: [{ url: '/api' }],
      get: {
        ...health,
        responses: {
          ...health.responses,
          503: { description: 'One of them does not answer.', content: health.responses[200].content },
        },
      },
    },
  }
}

/** The public API as an OpenAPI 3.1 document, made from the table of routes and the schemas of their operations. */
export function openApiDocument() {
  const { $schema: _, ...modelDocument } = modelDocumentJsonSchema()
  const codes = Object.entries(errorStatus)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Gravitas',
      version: productVersion(),
      description:
        'Scores of the people who use a product. Lists answer pages: give `nextCursor` as `cursor` to go on.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ key: [] }],
    paths: paths(),
    components: {
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key, made on the page Settings.' },
      },
      schemas: { ModelDocument: modelDocument, Error: jsonSchemaOf(errorSchema, 'output') },
      responses: Object.fromEntries(
        [...new Set(Object.values(errorStatus))].map((status) => [
          status,
          {
            description: codes.flatMap(([code, of]) => (of === status ? [`\`${code}\``] : [])).join(' or '),
            content: json(refTo('schemas', 'Error')),
          },
        ]),
      ),
    },
  }
}
