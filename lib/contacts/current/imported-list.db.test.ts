import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { importFile } from '@/lib/imports/import-file'
import { addUpload, beginImport, getImport } from '@/lib/imports/operations'
import { receiveUpload } from '@/lib/imports/receive-upload'
import { dataFile, haveData, withData } from '@/lib/ingest/files/testing-data'
import type { Context } from '@/lib/server/context'
import { contextOf, makeWorkspace } from '@/lib/server/testing'
import { defineQuery } from '@/lib/warehouse/define-query'
import { publishAndRate, storedScores } from './testing-current'

const folder = mkdtempSync(path.join(tmpdir(), 'gravitas-list-'))
beforeAll(() => void (process.env.DATA_DIR = folder))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const DAY = 86_400_000

/** What was sent and done, as it is stored, in the order of time and id. */
const storedRows = defineQuery({
  name: 'stored-rows',
  params: z.object({ workspace: z.uuid() }),
  row: z.object({ email: z.string(), name: z.string(), at: z.coerce.number(), message: z.string() }),
  sql: `
    SELECT email, name, toUnixTimestamp64Milli(occurred_at) AS at, JSONExtractString(properties, 'messageId') AS message
    FROM events WHERE workspace_id = {workspace:UUID} ORDER BY occurred_at, event_id`,
})

type Row = Awaited<ReturnType<typeof storedRows>>[number]

/**
 * The ratings of a list in which everybody reads and clicks each message at most once and nothing bounces, computed
 * without a line of the product: walks over what was done and adds up.
 */
function ratingsByHand(rows: readonly Row[], by: 'position' | 'week', asOf: number): Map<string, number> {
  const delivered = new Map<string, number>()
  const done = new Map<string, { at: number; worth: number }[]>()
  for (const { email, name, at, message } of rows) {
    const actions = done.get(email) ?? []
    if (actions.length === 0) actions.push({ at, worth: 2 })
    done.set(email, actions)
    if (name === 'delivered') delivered.set(message, Math.min(at, delivered.get(message) ?? Infinity))
  }
  for (const { email, name, at, message } of rows) {
    if (name === 'read') done.get(email)?.push({ at, worth: 2 })
    const soon = at - (delivered.get(message) ?? -Infinity)
    // A link that is followed within two seconds was followed by a scanner.
    if (name === 'click' && !(soon >= 0 && soon < 2000)) done.get(email)?.push({ at, worth: 4 })
  }
  return new Map(
    [...done].map(([email, actions]) => {
      const sum = actions.reduce((total, { at, worth }, index) => {
        const age = by === 'position' ? actions.length - index : 1 + (asOf - at) / (7 * DAY)
        return total + worth / (by === 'position' ? age : age * Math.sqrt(age))
      }, 0)
      return [email, by === 'position' ? sum : Math.max(2, sum)]
    }),
  )
}

async function importList(context: Context) {
  const body = Readable.toWeb(createReadStream(dataFile('yammer/contact_events.csv'))) as ReadableStream
  const request = new Request('http://test/upload', { method: 'POST', body, duplex: 'half' } as RequestInit)
  const { id } = await addUpload(context, await receiveUpload(request, 'contact_events.csv'))
  await beginImport(context, { id, kind: 'contact-actions' })
  await importFile({ importId: id })
  return getImport(context, { id })
}

describe.runIf(haveData)(withData('a mailing list of 6,179 contacts with 90,389 actions'), () => {
  let context: Context
  let rows: Row[]
  let versionId: string
  beforeAll(async () => {
    context = contextOf(await makeWorkspace('UTC'))
    versionId = (await publishAndRate(context.workspace.id)).versionId
    const imported = await importList(context)
    expect(imported).toMatchObject({ accepted: 90_389, rejected: 0 })
    rows = await storedRows({ workspace: context.workspace.id })
  }, 120_000)

  test('is rated when its import ends as an independent computation rates it, everybody', async () => {
    const stored = await storedScores(context.workspace.id, versionId)
    const byHand = ratingsByHand(rows, 'position', 0)
    expect(byHand.size).toBe(6179)
    expect(Object.keys(stored).length).toBe(6179)
    for (const [email, score] of byHand) expect(stored[`email:${email}`]?.score).toBeCloseTo(score, 9)
  })

  test('is rated by time as an independent computation rates it, everybody', async () => {
    const asOf = rows.reduce((newest, { at }) => Math.max(newest, at), 0)
    const nextMidnight = Math.floor(asOf / DAY + 1) * DAY
    const rest = { gravity: 1.5, clock: { type: 'time' as const, unit: 'week' as const } }
    const byTime = await publishAndRate(context.workspace.id, rest)
    const stored = await storedScores(context.workspace.id, byTime.versionId)
    for (const [email, score] of ratingsByHand(rows, 'week', nextMidnight))
      expect(stored[`email:${email}`]?.score).toBeCloseTo(score, 9)
  })
})
