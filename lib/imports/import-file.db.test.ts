import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataFile, haveData } from '@/lib/ingest/files/testing-data'
import type { Context } from '@/lib/server/context'
import { db } from '@/lib/server/db'
import { AppError } from '@/lib/server/errors'
import { contextOf, makeWorkspace } from '@/lib/server/testing'
import { getWorkspace } from '@/lib/workspaces/operations'
import { rejectsPath, uploadPath } from './files'
import { importFile } from './import-file'
import {
  addUpload,
  allImports,
  beginImport,
  continueImport,
  getImport,
  previewImport,
  stopImport,
} from './operations'
import { receiveUpload } from './receive-upload'
import type { ImportKind } from './schema'

const folder = mkdtempSync(path.join(tmpdir(), 'gravitas-imports-'))

beforeAll(async () => {
  process.env.DATA_DIR = folder
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fresh = async () => contextOf(await makeWorkspace('Europe/Dublin'))

async function upload(context: Context, content: string | Readable, fileName = 'log.csv'): Promise<string> {
  const body = typeof content === 'string' ? content : (Readable.toWeb(content) as ReadableStream)
  const request = new Request('http://test/upload', { method: 'POST', body, duplex: 'half' } as RequestInit)
  return (await addUpload(context, await receiveUpload(request, fileName))).id
}

type Settings = {
  kind?: ImportKind
  mapping?: Record<string, unknown>
  dryRun?: boolean
  timeZone?: string
  assumeYear?: number
}

/** Starts an import and does its job here, as the worker would. */
async function run(context: Context, id: string, settings: Settings = {}) {
  await beginImport(context, { id, kind: 'events', ...settings })
  await importFile({ importId: id })
  return getImport(context, { id })
}

const log = (rows: number) =>
  [
    'user,event,time',
    ...Array.from({ length: rows }, (_, i) => `u${i % 7},opened,2026-02-${10 + (i % 9)}T10:00:00Z`),
  ].join('\n')

describe('an import', () => {
  test('takes good rows, refuses bad ones with their reasons, and keeps those as CSV', async () => {
    const context = await fresh()
    const bad = 'guest,opened,2026-02-10T10:00:00Z\nu1,opened,soon\n=cmd(),opened,later\n'
    const id = await upload(context, `${log(20)}\n${bad}`)
    const done = await run(context, id)
    expect(done).toMatchObject({
      state: 'done',
      rows: 23,
      accepted: 20,
      duplicates: 0,
      rejected: 3,
      progress: 1,
    })
    expect(done.reasons.reduce((sum, reason) => sum + reason.rows, 0)).toBe(3)
    const csv = await readFile(rejectsPath(id), 'utf8')
    expect(csv.split('\n')[0]).toBe('row,code,reason,content')
    expect(csv).toContain('soon')
    expect(csv).not.toMatch(/,=cmd/)
    expect((await getWorkspace(context, {})).events).toBe(20)
  })

  test('is listed page by page, the newest first', async () => {
    const context = await fresh()
    const ids = [await upload(context, log(1)), await upload(context, log(2)), await upload(context, log(3))]
    const first = await allImports(context, { limit: 2 })
    const second = await allImports(context, { limit: 2, cursor: first.nextCursor ?? '' })
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.reverse())
    expect(second.nextCursor).toBeNull()
  })

  test('counts equal rows of one file as that many events, and the same file again as none', async () => {
    const context = await fresh()
    const equal = [
      'user,event,time',
      ...Array.from({ length: 5 }, () => 'u1,opened,2026-02-10T10:00:00Z'),
    ].join('\n')
    expect(await run(context, await upload(context, equal))).toMatchObject({ accepted: 5, duplicates: 0 })
    expect(await run(context, await upload(context, equal))).toMatchObject({ accepted: 0, duplicates: 5 })
  })

  test('that is a dry run writes nothing and can be followed by the import itself', async () => {
    const context = await fresh()
    const id = await upload(context, log(9))
    expect(await run(context, id, { dryRun: true })).toMatchObject({
      state: 'done',
      dryRun: true,
      accepted: 9,
    })
    expect((await getWorkspace(context, {})).events).toBe(0)
    expect(await run(context, id)).toMatchObject({ state: 'done', dryRun: false, accepted: 9 })
    expect((await getWorkspace(context, {})).events).toBe(9)
  })

  test('makes a starter model in a workspace without one, and queues its run at the first local midnight after the log, then the Mondays before', async () => {
    const context = await fresh()
    await run(context, await upload(context, log(30)))
    const model = await db().model.findFirstOrThrow({
      where: { workspaceId: context.workspace.id },
      include: { runs: { orderBy: { asOf: 'desc' } } },
    })
    expect(model).toMatchObject({ name: 'Starter model', starter: true })
    expect(model.runs.map(({ asOf, scheduled }) => [asOf.toISOString(), scheduled])).toEqual([
      ['2026-02-19T00:00:00.000Z', true],
      ['2026-02-16T00:00:00.000Z', true],
    ])
  })

  test('of people, who come without a time, does not move the instant until which events are observed', async () => {
    const context = await fresh()
    await run(context, await upload(context, log(30)))
    await run(context, await upload(context, 'user,plan\nu1,free\nu2,paid'), { kind: 'people' })
    const { lastOccurredAt } = await db().workspace.findUniqueOrThrow({ where: { id: context.workspace.id } })
    expect(lastOccurredAt?.toISOString()).toBe('2026-02-18T10:00:00.000Z')
  })

  test('goes on where it stopped and counts exactly, even when a batch was written but not noted', async () => {
    const context = await fresh()
    const id = await upload(context, log(12_000))
    await beginImport(context, { id, kind: 'events' })
    // A job that died behind its first batch: two batches are in, one is noted.
    await importFile({ importId: id })
    await db().import.update({
      where: { id },
      data: { state: 'failed', rows: 5000, accepted: 5000, rejected: 0 },
    })
    await writeFile(uploadPath(id), log(12_000))
    await continueImport(context, { id })
    await importFile({ importId: id })
    expect(await getImport(context, { id })).toMatchObject({
      state: 'done',
      rows: 12_000,
      accepted: 12_000,
      duplicates: 0,
      rejected: 0,
    })
    expect((await getWorkspace(context, {})).events).toBe(12_000)
  })

  test('that is cancelled keeps what it accepted, says so, and can go on', async () => {
    const context = await fresh()
    const id = await upload(context, log(12_000))
    await beginImport(context, { id, kind: 'events' })
    await db().import.update({ where: { id }, data: { cancelRequestedAt: new Date() } })
    await importFile({ importId: id })
    expect(await getImport(context, { id })).toMatchObject({ state: 'cancelled', accepted: 10_000 })
    await continueImport(context, { id })
    await importFile({ importId: id })
    expect(await getImport(context, { id })).toMatchObject({ state: 'done', accepted: 12_000, duplicates: 0 })
  })

  test('that waits is cancelled at once, and the job then leaves it alone', async () => {
    const context = await fresh()
    const id = await upload(context, log(3))
    await beginImport(context, { id, kind: 'events' })
    expect(await stopImport(context, { id })).toMatchObject({ state: 'cancelled' })
    await importFile({ importId: id })
    expect(await getImport(context, { id })).toMatchObject({ state: 'cancelled', rows: 0 })
  })

  test('wants a mapping whose columns the file has, and names the wrong one', async () => {
    const context = await fresh()
    const id = await upload(context, log(3))
    const mapping = { person: 'user', event: 'evnt', timestamp: 'time' }
    const refused = beginImport(context, { id, kind: 'events', mapping }).catch((error: unknown) => error)
    expect(await refused).toMatchObject({ code: 'invalid', path: ['mapping', 'event'] })
  })

  test('of something that is no text is refused in words', async () => {
    const context = await fresh()
    const id = await upload(context, Readable.from([Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x0a, 0x00])]))
    const refused = await previewImport(context, { id }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(AppError)
    expect(refused).toMatchObject({ code: 'invalid' })
  })
})

describe.skipIf(!haveData)('the real logs (skipped where the data folder is absent)', () => {
  test('relax: 226,334 rows are 226,334 events, and nothing the second time', async () => {
    const context = await fresh()
    const file = () => createReadStream(dataFile('relax/events.csv'))
    expect(await run(context, await upload(context, file()))).toMatchObject({
      accepted: 226_334,
      rejected: 0,
    })
    expect(await run(context, await upload(context, file()))).toMatchObject({
      accepted: 0,
      duplicates: 226_334,
    })
    expect(await getWorkspace(context, {})).toMatchObject({ events: 226_334, people: 12_000 })
  }, 120_000)

  test('moodle: the dry run says that years are missing; with a year and a zone 19,296 rows are 19,296 events', async () => {
    const context = await fresh()
    const id = await upload(context, createReadStream(dataFile('moodle/Course_Activity_Obfuscated.csv')))
    const dry = await run(context, id, { dryRun: true })
    expect(dry).toMatchObject({ rows: 19_296, accepted: 0, rejected: 19_296 })
    expect(dry.reasons.map(({ code }) => code)).toEqual(['no_year'])
    const done = await run(context, id, { assumeYear: 2015, timeZone: 'Europe/Dublin' })
    expect(done).toMatchObject({ rows: 19_296, accepted: 19_296, duplicates: 0, rejected: 0 })
    expect((await getWorkspace(context, {})).events).toBe(19_296)
  }, 120_000)

  test('people and accounts: the sign-ups of relax become people with traits', async () => {
    const context = await fresh()
    const id = await upload(context, createReadStream(dataFile('relax/users.csv')))
    expect(await run(context, id, { kind: 'people' })).toMatchObject({
      rows: 12_000,
      accepted: 12_000,
      rejected: 0,
    })
    expect(await getWorkspace(context, {})).toMatchObject({ people: 12_000 })
  }, 120_000)

  test('yammer: 90,389 contact actions are accepted', async () => {
    const context = await fresh()
    const id = await upload(context, createReadStream(dataFile('yammer/contact_events.csv')))
    expect(await run(context, id, { kind: 'contact-actions' })).toMatchObject({
      rows: 90_389,
      accepted: 90_389,
      rejected: 0,
    })
  }, 120_000)
})
