import { createReadStream } from 'node:fs'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeFile, type DecodeFileOptions } from './decode-file'
import { dataFile, haveData, streamOf, withData } from './testing-data'

const now = new Date('2026-01-01T00:00:00Z')
type Options = Partial<DecodeFileOptions> & { kind: DecodeFileOptions['kind'] }

async function decodeAll(stream: Parameters<typeof decodeFile>[0], options: Options) {
  const ids: string[] = []
  const codes: Record<string, number> = {}
  const rows: number[] = []
  let bytesRead = 0
  let rowsRead = 0
  for await (const batch of decodeFile(stream, { now, ...options })) {
    for (const { row, event } of batch.events) {
      ids.push(event.eventId)
      rows.push(row)
    }
    for (const { code } of batch.rejects) codes[code] = (codes[code] ?? 0) + 1
    ;({ bytesRead, rowsRead } = batch)
  }
  return { ids, codes, rows, bytesRead, rowsRead, distinct: new Set(ids).size }
}

const log = [
  'user_id,event,ts',
  ...Array.from({ length: 500 }, (_, i) => `${i % 7},e${i % 3},${i % 5 ? 1398138810 : 'x'}`),
]
const content = log.join('\n')
const mapping = { person: 'user_id', event: 'event', timestamp: 'ts' }

describe('decodeFile', () => {
  it('gives the same ids whatever the chunks, the batches and the packing', async () => {
    const whole = await decodeAll(streamOf(content), { kind: 'events' })
    expect(whole.distinct + (whole.codes.bad_timestamp ?? 0) + (whole.codes.bad_person_id ?? 0)).toBe(500)
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 700 }),
        async (chunk, batchRows) => {
          expect(
            (await decodeAll(streamOf(content, chunk), { kind: 'events', mapping, batchRows })).ids,
          ).toEqual(whole.ids)
        },
      ),
      { numRuns: 30 },
    )
    expect((await decodeAll(streamOf(gzipSync(content)), { kind: 'events' })).ids).toEqual(whole.ids)
  })

  it('goes on after the rows already done with the ids that a whole reading gives', async () => {
    const whole = await decodeAll(streamOf(content), { kind: 'events' })
    const rest = await decodeAll(streamOf(content), { kind: 'events', startRow: 300, batchRows: 100 })
    expect(rest.rows[0]).toBeGreaterThan(300)
    expect(rest.ids).toEqual(whole.ids.slice(whole.rows.findIndex((row) => row > 300)))
    expect(rest.rowsRead).toBe(500)
  })

  it('learns the order of day and month from the file, where a date proves it', async () => {
    const dates = (days: string[]) =>
      `user_id,event,ts\n${days.map((day) => `1,x,${day}/2014 10:00\n`).join('')}`
    const read = async (days: string[]) =>
      (await decodeAll(streamOf(dates(days)), { kind: 'events', timeZone: 'UTC' })).codes
    expect(await read(['05/01', '25/01'])).toEqual({})
    expect(await read(['05/01', '06/01'])).toEqual({ ambiguous_date: 2 })
    expect(await read(['05/01', '25/01', '01/25'])).toEqual({ ambiguous_date: 1 })
  })

  it('refuses a mapping that does not fit, and a file whose columns cannot be guessed', async () => {
    await expect(
      decodeAll(streamOf(content), { kind: 'events', mapping: { ...mapping, person: 'uid' } }),
    ).rejects.toThrow('mapping.person: The file')
    await expect(decodeAll(streamOf('x,y\n1,2\n'), { kind: 'events' })).rejects.toThrow('cannot be guessed')
    await expect(decodeAll(streamOf(content), { kind: 'events', timeZone: 'Mars' })).rejects.toThrow(
      'time zone',
    )
  })

  it('keeps the row number and the text of a reject', async () => {
    const text = 'user_id,event,ts\n1,x\n"",x,1398138810\n'
    for await (const { rejects } of decodeFile(streamOf(text), { kind: 'events', mapping, now }))
      expect(rejects).toEqual([
        { row: 1, code: 'ragged_row', message: 'The row has 2 values, the header 3.', raw: '1,x' },
        { row: 2, code: 'bad_person_id', message: 'The person is empty.', raw: '"",x,1398138810' },
      ])
  })
})

const file = (name: string, options: Options) => decodeAll(createReadStream(dataFile(name)), options)

describe.skipIf(!haveData)(withData('decodeFile on real files'), { timeout: 120_000 }, () => {
  it.each([
    ['relax/events.csv', 'events', 226_334],
    ['relax/users.csv', 'people', 12_000],
    ['git-symfony/events.csv', 'events', 167_551],
    ['online-retail/events.csv', 'events', 22_190],
    ['sparkify/events.csv', 'events', 7770],
    ['yammer/contact_events.csv', 'contact-actions', 90_389],
  ] as const)('takes every row of %s', async (name, kind, rows) => {
    const { codes, rowsRead, distinct } = await file(name, { kind })
    expect({ codes, rowsRead, distinct }).toEqual({ codes: {}, rowsRead: rows, distinct: rows })
  })

  it('refuses only the rows without a user of a raw JSON log', async () => {
    const { codes, distinct } = await file('sparkify/2018-11-15-events.json', { kind: 'events' })
    expect({ codes, distinct }).toEqual({ codes: { bad_person_id: 11 }, distinct: 522 })
  })

  it('says that times have no year, and takes every row once year and zone are assumed', async () => {
    const name = 'moodle/Course_Activity_Obfuscated.csv'
    expect((await file(name, { kind: 'events' })).codes).toEqual({ no_year: 19_296 })
    const assumed = { kind: 'events', assumeYear: 2015, timeZone: 'Europe/Dublin' } as const
    const first = await file(name, assumed)
    expect({ codes: first.codes, distinct: first.distinct }).toEqual({ codes: {}, distinct: 19_296 })
    expect((await file(name, assumed)).ids).toEqual(first.ids)
  })
})
