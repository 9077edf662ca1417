import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRows } from './read-rows'
import { dataFile, haveData, readAll, streamOf, withData } from './testing-data'

const valuesOf = async (content: string | Buffer, chunk?: number) =>
  (await readAll(content, chunk)).rows.map((row) => row.values)
const rejectsOf = async (content: string | Buffer) =>
  (await readAll(content)).rejects.map(({ row, code }) => `${row} ${code}`)
const codeOf = (content: string | Buffer) =>
  readAll(content).then(
    () => null,
    (error: { code: string }) => error.code,
  )
const twoRows = [
  { a: '1', b: 'x' },
  { a: '2', b: 'y' },
]

describe('readRows: what a file may be', () => {
  it.each([
    ['LF', 'a,b\n1,x\n2,y\n'],
    ['no end of the last line', 'a,b\n1,x\n2,y'],
    ['CRLF', 'a,b\r\n1,x\r\n2,y\r\n'],
    ['CR only', 'a,b\r1,x\r2,y'],
    ['a byte order mark', '\uFEFFa,b\n1,x\n2,y\n'],
    ['semicolons', 'a;b\n1;x\n2;y\n'],
    ['tabs', 'a\tb\n1\tx\n2\ty\n'],
    ['empty lines', 'a,b\n\n1,x\n\r\n2,y\n\n'],
    ['quotes', '"a","b"\r\n"1","x"\r\n"2",y\r\n'],
    ['JSON lines', '{"a":"1","b":"x"}\n\n{"a":"2","b":"y"}'],
    ['gzip', gzipSync('a,b\n1,x\n2,y\n')],
    ['gzip in two members', Buffer.concat([gzipSync('a,b\n1,x\n'), gzipSync('2,y\n')])],
  ])('reads %s, whatever the chunks', async (_, content) => {
    for (const chunk of [1, 2, 3, 1000]) expect(await valuesOf(content, chunk)).toEqual(twoRows)
  })

  it('tells a decimal comma from a delimiter', async () => {
    expect(await valuesOf('name;value, EUR\nx;1,5\ny;2,5\n')).toEqual([
      { name: 'x', 'value, EUR': '1,5' },
      { name: 'y', 'value, EUR': '2,5' },
    ])
  })

  it.each([
    ['empty_file', ''],
    ['empty_file', ' \n\n'],
    ['utf16', Buffer.from('\uFEFFa,b\n1,x\n', 'utf16le')],
    ['utf16', Buffer.from('user,event\n1,x\n', 'utf16le')],
    ['not_utf8', Buffer.from('a,b\nJ\xfcrgen,x\n', 'latin1')],
    ['binary', Buffer.from([1, 2, 0, 4, 5, 6, 7, 8, 9, 10, 11, 12])],
    ['zip', Buffer.from('PK\u0003\u0004etc')],
    ['json_array', '[\n{"a":1},\n{"a":2}]'],
    ['broken_gzip', gzipSync('a,b\n'.repeat(10_000)).subarray(0, 60)],
    ['broken_header', 'a,"b"c\n1,2\n'],
  ])('refuses the whole file with %s', async (code, content) => {
    expect(await codeOf(content)).toBe(code)
  })

  it('gives a header without rows as columns', async () => {
    const { columns, rows, rowsRead } = await readAll('a,b\n')
    expect({ columns, rows, rowsRead }).toEqual({ columns: ['a', 'b'], rows: [], rowsRead: 0 })
  })

  it('names empty and repeated columns', async () => {
    expect((await readAll('id,,id, Name ,__proto__\n1,2,3,4,5\n')).columns).toEqual([
      ...['id', 'column 2', 'id (2)', 'Name', 'column 5'],
    ])
  })

  it('closes the stream when the reader leaves', async () => {
    const stream = streamOf(gzipSync('a,b\n1,x\n'.repeat(100_000)), 100)
    for await (const batch of readRows(stream, 10)) {
      expect(batch.rows.length).toBe(10)
      break
    }
    expect(stream.destroyed).toBe(true)
  })
})

describe('readRows: what is wrong with single rows', () => {
  it('refuses rows with too few or too many values', async () => {
    expect(await rejectsOf('a,b\n1\n1,2\n1,2,3\n')).toEqual(['1 ragged_row', '3 ragged_row'])
  })

  it('loses only the line whose quotes are broken', async () => {
    const content = 'a,b\n1,"open\n2,y\n3,"x"y\n4,"fine, ""really"""\n5,5" pipe\n6,"never closed\n7,z'
    const { rows, rejects } = await readAll(content)
    expect(rejects.map(({ row, code, raw }) => [row, code, raw])).toEqual([
      [1, 'broken_quotes', '1,"open'],
      [3, 'broken_quotes', '3,"x"y'],
      [6, 'broken_quotes', '6,"never closed'],
    ])
    expect(rows.map((row) => [row.number, row.values.b])).toEqual([
      [2, 'y'],
      [4, 'fine, "really"'],
      [5, '5" pipe'],
      [7, 'z'],
    ])
  })

  it('keeps line ends and delimiters inside quotes', async () => {
    expect(await valuesOf('a,b\r\n"1\r\n2","x,\ny"\r\n', 1)).toEqual([{ a: '1\r\n2', b: 'x,\ny' }])
  })

  it('refuses lines that are no JSON object', async () => {
    expect(await rejectsOf('{"a":1}\n{"a":\n[1]\n7\n{"a":2}')).toEqual([
      '2 bad_json',
      '3 not_an_object',
      '4 not_an_object',
    ])
  })

  it('refuses a row of more than 1 MB as one row and reads on', async () => {
    const lines = 'x'.repeat(99) + '\n'
    const long = `a,b\n1,${'x'.repeat(3 << 20)}\n2,y\n3,"${lines.repeat(20_000)}"\n4,z\n`
    const { rows, rejects } = await readAll(long, 50_000)
    expect(rejects.map(({ row, code, raw }) => [row, code, raw.length <= 4000])).toEqual([
      [1, 'row_too_long', true],
      [3, 'row_too_long', true],
    ])
    expect(rows.map((row) => row.values)).toEqual([
      { a: '2', b: 'y' },
      { a: '4', b: 'z' },
    ])
  })

  it('refuses a row that is not UTF-8 in the middle of a file', async () => {
    const good = 'a,b\n' + '1,ü\n'.repeat(50_000)
    expect(await rejectsOf(Buffer.concat([Buffer.from(good), Buffer.from([50, 44, 0xfc, 10])]))).toEqual([
      '50001 bad_encoding',
    ])
  })
})

describe('readRows: any table', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('', '"', '\n', 'a\r\nb', ';', '\t', ' '),
  )

  it('gives back what was written, whatever the delimiter, line ends and chunks', async () => {
    const table = fc.array(fc.tuple(cell, cell, fc.constant('end')), { maxLength: 20 })
    const layout = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t'),
      record_delimiter: fc.constantFrom('\n', '\r\n', '\r'),
      bom: fc.boolean(),
      quoted: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(table, layout, fc.integer({ min: 1, max: 50 }), async (rows, options, chunk) => {
        // A bare line end of the other kind is quoted only when all values are.
        const text = stringify([['first', 'second', 'third'], ...rows], {
          ...options,
          quoted_match: /[\r\n]/,
        })
        expect((await valuesOf(text, chunk)).map((values) => Object.values(values))).toEqual(rows)
      }),
      { numRuns: 200 },
    )
  })

  it('never stops at broken text, and counts every row once', async () => {
    const junk = fc.array(fc.constantFrom('a', '"', ',', '\n', '\r', '""', 'ü'), { maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(junk, fc.integer({ min: 1, max: 20 }), async (pieces, chunk) => {
        const text = `a,b\n${pieces.join('')}`
        const { rows, rejects, rowsRead } = await readAll(text, chunk)
        expect(
          [...rows.map((row) => row.number), ...rejects.map(({ row }) => row)].sort((a, b) => a - b),
        ).toEqual(Array.from({ length: rowsRead }, (_, i) => i + 1))
        expect((await readAll(text, 1)).rejects).toEqual(rejects)
      }),
      { numRuns: 300 },
    )
  })
})

describe.skipIf(!haveData)(withData('readRows on real files'), { timeout: 60_000 }, () => {
  it.each(['moodle/Course_Activity_Obfuscated.csv', 'git-symfony/events.csv', 'yammer/contact_events.csv'])(
    'reads %s as csv-parse does',
    async (name) => {
      const bytes = readFileSync(dataFile(name))
      const expected = parse(bytes, { columns: true, skip_empty_lines: true })
      expect(await valuesOf(bytes)).toEqual(expected)
    },
  )
})
