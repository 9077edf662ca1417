import addFormats from 'ajv-formats'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { engagementDocumentJsonSchema, parseEngagementDocument } from './document'
import { documentExamples } from './testing-document-examples'

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true })
addFormats.default(ajv)
/** As it is published: what JSON cannot say is gone. */
const published = JSON.parse(JSON.stringify(engagementDocumentJsonSchema())) as object
const fits = ajv.compile(published)

const examples = Object.entries(documentExamples)

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

describe('of every variant of the grammar', () => {
  it('there is an example: whatever the schema allows by name is written in one', () => {
    const inExamples = new Set(examples.flatMap(([, { valid }]) => [...written(valid)]))
    expect([...named(published)].length).toBeGreaterThan(30)
    expect([...new Set(named(published))].filter((one) => !inExamples.has(one))).toEqual([])
  })

  it.each(examples)('%s: the good one is accepted, by the parser and by the schema', (_, { valid }) => {
    expect(parseEngagementDocument(valid)).toMatchObject({ ok: true })
    expect([fits(valid), fits.errors]).toEqual([true, null])
  })

  it.each(examples)('%s: the bad one is refused at its place', (_, { invalid, path }) => {
    const parsed = parseEngagementDocument(invalid)
    expect(parsed).toMatchObject({ ok: false, code: 'invalid_document', path })
    expect(parsed).toHaveProperty('message', expect.stringMatching(/^\S+ .+\.$/))
  })

  it.each(examples)('%s: the schema refuses the bad one unless the rule ties fields together', (_, one) => {
    expect(fits(one.invalid)).toBe(one.acrossFields === true)
  })

  it.each(examples)('%s: what the good one becomes is good itself', (_, { valid }) => {
    const parsed = parseEngagementDocument(valid)
    if (!parsed.ok) throw new Error(parsed.message)
    expect(parseEngagementDocument(JSON.parse(JSON.stringify(parsed.document)))).toEqual(parsed)
    expect(fits(parsed.document)).toBe(true)
  })
})
