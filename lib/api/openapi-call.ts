import { errorStatus } from '@/lib/server/errors'
import { type JsonSchema, jsonSchemaOf } from './json-schema'
import type { PublicRoute } from './route-table'

export const refTo = (kind: 'schemas' | 'responses', name: string | number) => ({
  $ref: `#/components/${kind}/${name}`,
})

const json = (schema: object) => ({ 'application/json': { schema } })
const file = { type: 'string', contentMediaType: 'application/octet-stream' }

/** The fields of a route's input, which is an object: by name, and which of them must be given. */
function fieldsOf({ operation, fields, body, path }: PublicRoute) {
  const schema = jsonSchemaOf(fields ?? operation.definition.input, 'input')
  if (!schema.properties) throw new Error(`The input of ${operation.definition.name} is not an object.`)
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const properties = body === 'document' ? {} : schema.properties
  const others = Object.keys(properties).filter((name) => !inPath.includes(name))
  return { schema, inPath, others, required: schema.required ?? [] }
}

/** What is an object stands in a query as JSON. */
function queryParameter(name: string, { description, ...schema }: JsonSchema, required: boolean) {
  const shape = schema.type === 'object' ? { content: json(schema) } : { schema }
  return { name, in: 'query', required, ...(description && { description }), ...shape }
}

function parametersOf(route: PublicRoute) {
  const { schema, inPath, others, required } = fieldsOf(route)
  const ofPath = inPath.map((name) => {
    const { description, ...shape } = schema.properties?.[name] ?? { type: 'string' }
    return { name, in: 'path', required: true, ...(description && { description }), schema: shape }
  })
  const ofQuery =
    route.place === 'query'
      ? others.map((name) => queryParameter(name, schema.properties?.[name] ?? {}, required.includes(name)))
      : []
  const tag = {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The ETag of the draft that was changed.',
    schema: { type: 'string' },
  }
  return [...ofPath, ...ofQuery, ...(route.tagged && route.method === 'PUT' ? [tag] : [])]
}

function requestBodyOf(route: PublicRoute) {
  if (route.body === 'document') return { required: true, content: json(refTo('schemas', 'ModelDocument')) }
  if (route.body === 'file') {
    const form = { type: 'object', properties: { file }, required: ['file'] }
    return {
      required: true,
      content: {
        'text/csv': { schema: file },
        'application/x-ndjson': { schema: file },
        'application/octet-stream': { schema: file },
        'multipart/form-data': { schema: form },
      },
    }
  }
  if (route.place !== 'body') return undefined
  const { schema, others, required } = fieldsOf(route)
  const needed = required.filter((name) => others.includes(name))
  const fields = {
    type: 'object',
    properties: Object.fromEntries(others.map((name) => [name, schema.properties?.[name]])),
    ...(needed.length > 0 && { required: needed }),
    additionalProperties: false,
  }
  const isEither = route.body === 'fields or document'
  return {
    required: needed.length > 0,
    content: json(isEither ? { anyOf: [fields, refTo('schemas', 'ModelDocument')] } : fields),
  }
}

function contentOf({ answers, operation }: PublicRoute) {
  if (answers === 'csv') return { 'text/csv': { schema: { type: 'string' } } }
  if (answers === 'document') return json(refTo('schemas', 'ModelDocument'))
  const schema = answers ?? operation.definition.output
  return json(schema ? jsonSchemaOf(schema, 'output') : {})
}

/** Statuses of refusals; without a body none can be too large. */
const refusals = (hasBody: boolean) =>
  [...new Set(Object.values(errorStatus))].filter((status) => hasBody || status !== errorStatus.too_large)

/** One call as an operation object of OpenAPI 3.1. */
export function callOf(route: PublicRoute) {
  const { name, permission } = route.operation.definition
  const parameters = parametersOf(route)
  const requestBody = requestBodyOf(route)
  const tag = { ETag: { description: 'Changes with the draft.', schema: { type: 'string' } } }
  return {
    operationId: name,
    tags: [route.path.split('/')[1] ?? ''],
    summary: route.does,
    description: `Needs a role with \`${permission}\`.`,
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody && { requestBody }),
    responses: {
      200: { description: 'Done.', ...(route.tagged && { headers: tag }), content: contentOf(route) },
      ...Object.fromEntries(
        refusals(requestBody !== undefined).map((status) => [status, refTo('responses', status)]),
      ),
    },
  }
}
