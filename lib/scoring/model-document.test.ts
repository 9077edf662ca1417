import addFormats from 'ajv-formats'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { parseContactDocument } from './contacts/document'
import { contactExamples } from './contacts/testing-document-examples'
import { parseEngagementDocument } from './engagement/document'
import { documentExamples } from './engagement/testing-document-examples'
import { kindOf, modelDocumentJsonSchema, parseModelDocument } from './model-document'

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true })
addFormats.default(ajv)
/** As it is published: what JSON cannot say is gone. */
const published = JSON.parse(JSON.stringify(modelDocumentJsonSchema())) as { oneOf: unknown[] }
const fits = ajv.compile(published)

const contacts = Object.entries(contactExamples)
const everything = [...contacts, ...Object.entries(documentExamples)]

/** Every value that the schema allows by name, with the place where it does. */
function* named(node: unknown, place = ''): Generator<string> {
  if (typeof node !== 'object' || node === null) return
  const { const: one, enum: several } = node as { const?: unknown; enum?: unknown[] }
  for (const value of [...(several ?? []), ...(one === undefined ? [] : [one])])
    yield `${place} ${String(value)}`
  for (const [key, inner] of Object.entries(node)) {
    const inside = key === 'properties' || /^(anyOf|oneOf|items|\d+)$/.test(key)
    yield* named(inner, inside ? place : key)
  }
}

/** Every word of a document, with the field it stands in. */
function* written(node: unknown, place = ''): Generator<string> {
  if (typeof node !== 'object' || node === null) yield `${place} ${String(node)}`
  else for (const [key, inner] of Object.entries(node)) yield* written(inner, /^\d+$/.test(key) ? place : key)
}

describe('of every variant of the grammar of contact models', () => {
  it('there is an example: whatever the schema allows by name is written in one', () => {
    const inExamples = new Set(contacts.flatMap(([, { valid }]) => [...written(valid)]))
    const allowed = [...new Set(named(published.oneOf[1]))]
    expect(allowed.length).toBeGreaterThan(25)
    expect(allowed.filter((one) => !inExamples.has(one))).toEqual([])
  })

  it.each(contacts)('%s: the good one is accepted, and what it becomes is good itself', (_, { valid }) => {
    const parsed = parseContactDocument(valid)
    if (!parsed.ok) throw new Error(parsed.message)
    expect(parseContactDocument(JSON.parse(JSON.stringify(parsed.document)))).toEqual(parsed)
    expect(fits(parsed.document)).toBe(true)
  })
})

describe('the grammar of both kinds', () => {
  it.each(everything)('%s: the good one is accepted, by the parser and by the schema', (_, { valid }) => {
    expect(parseModelDocument(valid)).toMatchObject({ ok: true, document: { kind: kindOf(valid) } })
    expect([fits(valid), fits.errors]).toEqual([true, null])
  })

  it.each(everything)('%s: the bad one is refused at its place', (_, { invalid, path, acrossFields }) => {
    const parsed = parseModelDocument(invalid)
    expect(parsed).toMatchObject({ ok: false, code: 'invalid_document', path })
    expect(parsed).toHaveProperty('message', expect.stringMatching(/^\S+ .+\.$/))
    expect(fits(invalid)).toBe(acrossFields === true)
  })

  it.each([[undefined], [null], [7], [[]], [{}], [{ kind: 'loyalty' }]])('refuses %j', (input) => {
    const parsed = parseModelDocument(input)
    expect(parsed).toEqual(parseEngagementDocument(input))
    expect(parsed.ok).toBe(false)
    if (input !== undefined) expect(fits(input)).toBe(false)
  })
})
