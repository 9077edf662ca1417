import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { changesFile } from '@/lib/api/changes-file'
import { postPreview } from '@/lib/api/preview-route'
import { ask } from '@/lib/engagement/testing'
import { compileWhatIf } from '@/lib/scoring/engagement/what-if/compile-what-if'
import { parseEngagementDocument } from '@/lib/scoring/engagement/document'
import { db } from '@/lib/server/db'
import { getDraft, putDraft } from '@/lib/models/operations'
import { decodeColumns } from './columns-format'
import { preparePreview, previewColumns, previewModel } from './operations'
import { type Made, busyDocument, busyWorkspace, countWaiting, drafted, scored } from './testing'

let made: Made
let live: string
beforeAll(async () => {
  made = await busyWorkspace(120)
  live = await drafted(made, busyDocument())
  await scored(made, live)
})

const behaviors = busyDocument().behaviors.map((behavior, j) => ({
  ...behavior,
  weight: [4, 0.5, 1][j] ?? 1,
}))
const tiers = [
  { key: 'at-risk', name: 'At-risk', from: 0, strategy: 'Call them' },
  { key: 'regular', name: 'Regular', from: 35 },
  { key: 'power', name: 'Power', from: 90 },
]

describe('a preview', () => {
  test('of a change is that of the document with the change in it, and changes nothing', async () => {
    const before = await getDraft(made.contextOf(), { id: live })
    const change = { behaviors, tiers, normalisation: { zeros: 'midrank' } }
    const changed = await previewModel(made.contextOf('viewer'), { id: live, change })
    const document = busyDocument({ behaviors, tiers, normalisation: { zeros: 'midrank' } })
    const whole = await previewModel(made.contextOf('viewer'), { id: live, document: document as never })
    expect(changed).toEqual(whole)
    expect(changed.tiers[0]).toMatchObject({
      key: 'at-risk',
      name: 'At-risk',
      from: 0,
      strategy: 'Call them',
    })
    expect(changed.movers?.up.length).toBeGreaterThan(2)
    expect(changed.movers?.up[0]).toMatchObject({
      reason: expect.stringMatching(/^login: [\d.]+ → [\d.]+ points$/),
    })
    expect(await getDraft(made.contextOf(), { id: live })).toEqual(before)
  })

  test('without document and change is that of the draft: nobody moves', async () => {
    const preview = await previewModel(made.contextOf(), { id: live, movers: 100 })
    expect(preview.movers).toEqual({ up: [], down: [] })
    expect(preview.change).toMatchObject({ up: 0, down: 0, entered: 0, left: 0, n: preview.n })
    expect(preview.live).toMatchObject({ n: preview.n, zeros: preview.zeros, bins: preview.bins })
  })

  test('names people as the asker may see them', async () => {
    const asked = { id: live, change: { behaviors }, movers: 3 }
    const seen = await previewModel(made.contextOf('success'), asked)
    const masked = await previewModel(made.contextOf('viewer'), asked)
    expect(JSON.stringify(seen.movers)).toContain('@example.com')
    expect(JSON.stringify(masked.movers)).not.toContain('example.com')
    expect(masked.movers?.up.map(({ after }) => after)).toEqual(seen.movers?.up.map(({ after }) => after))
  })

  test('takes a bare document, as the API is sent one', async () => {
    const call = (body: unknown) =>
      postPreview(made.contextOf(), {
        params: { id: live },
        query: {},
        body,
        headers: new Headers(),
        request: new Request('http://test/'),
      })
    const bare = await call(busyDocument({ behaviors }))
    expect(bare).toEqual(await call({ document: busyDocument({ behaviors }) }))
    const bad = { ...busyDocument(), window: { days: -1 } }
    await expect(call(bad)).rejects.toMatchObject({ code: 'invalid', path: ['window', 'days'] })
  })

  test('of a bad document says where and why', async () => {
    const change = { behaviors: [{ ...behaviors[0], weight: 'heavy' }] }
    await expect(previewModel(made.contextOf(), { id: live, change })).rejects.toMatchObject({
      code: 'invalid',
      path: ['behaviors', 0, 'weight'],
    })
    const both = { id: live, change: {}, document: busyDocument() as never }
    await expect(previewModel(made.contextOf(), both)).rejects.toMatchObject({ path: ['change'] })
  })
})

describe('the columns for the browser', () => {
  test('give the browser the numbers of the server, and no names', async () => {
    const prepared = await preparePreview(made.contextOf(), { id: live })
    if (prepared.state !== 'ready') throw new Error(prepared.state)
    const { encode } = await previewColumns(made.contextOf('viewer'), {
      id: live,
      population: prepared.population,
      live: true,
    })
    const bytes = encode()
    const { population, live: before } = decodeColumns(bytes.buffer)
    expect(population.size).toBe(121)
    expect(before?.version).toBe(1)
    const parsed = parseEngagementDocument(busyDocument({ behaviors, tiers }))
    if (!parsed.ok || !before) throw new Error()
    const { whatIf } = compileWhatIf(population, { live: before })(parsed.document)
    const server = await previewModel(made.contextOf(), { id: live, change: { behaviors, tiers } })
    expect(server).toMatchObject({
      bins: whatIf.summary.bins,
      zeros: whatIf.summary.zeros,
      n: whatIf.summary.n,
    })
    expect(server.change).toEqual(whatIf.change)
    expect(new TextDecoder('latin1').decode(bytes)).not.toContain('p1@')
  })

  test('of another workspace, or of nothing, are not found', async () => {
    const prepared = await preparePreview(made.contextOf(), { id: live })
    if (prepared.state !== 'ready') throw new Error(prepared.state)
    const { population } = prepared
    const other = await busyWorkspace(5)
    const theirs = await drafted(other, busyDocument())
    const notFound = { code: 'not_found' }
    await expect(previewColumns(other.contextOf(), { id: theirs, population })).rejects.toMatchObject(
      notFound,
    )
    await expect(previewColumns(other.contextOf(), { id: live, population })).rejects.toMatchObject(notFound)
    const counted = await preparePreview(made.contextOf(), {
      id: live,
      document: busyDocument({ window: { days: 9 } }) as never,
    })
    await countWaiting(made)
    const id = counted.state === 'counting' ? counted.id : ''
    await expect(previewColumns(other.contextOf(), { id: theirs, population: id })).rejects.toMatchObject(
      notFound,
    )
    await previewColumns(made.contextOf(), { id: live, population: id, live: true })
  })
})

describe('the file of changes', () => {
  test('holds everybody who changes tier under the saved draft, with both scores and the reason', async () => {
    const { etag } = await getDraft(made.contextOf(), { id: live })
    const document = busyDocument({ behaviors, tiers }) as Record<string, unknown>
    await putDraft(made.contextOf(), { id: live, document, ifMatch: etag })
    const preview = await previewModel(made.contextOf(), { id: live })
    const read = async (direction?: string) => {
      const response = await changesFile(made.contextOf('success'), live, direction)
      expect(response.headers.get('content-disposition')).toBe(
        'attachment; filename="tier-changes-from-v1-2026-06-15.csv"',
      )
      return parse(await response.text(), { columns: true }) as Record<string, string>[]
    }
    const rows = await read()
    const { up = 0, down = 0 } = preview.change ?? {}
    expect(rows.length).toBe(up + down)
    expect([(await read('up')).length, (await read('down')).length]).toEqual([up, down])
    const [first = {}] = rows
    expect(first.email).toMatch(/@example\.com$/)
    const [stored] = await ask<{ score: number; tier: string }>(
      `SELECT score, tier FROM scores WHERE workspace_id = {workspace:UUID}
       AND person_id = (SELECT person_id FROM identities WHERE workspace_id = {workspace:UUID} AND identity = {identity:String})`,
      { workspace: made.id, identity: `user:${first.person}` },
    )
    expect(Number(first['live score'])).toBe(stored?.score)
    expect(first['live tier']?.toLowerCase()).toBe(stored?.tier)
    expect(first['live tier']).not.toBe(first['draft tier'])
    expect(rows.some(({ reason }) => reason?.includes('points'))).toBe(true)
  })

  test('is not for who sees people masked, and is in the audit', async () => {
    await expect(changesFile(made.contextOf('viewer'), live)).rejects.toMatchObject({ code: 'forbidden' })
    const audited = await db().auditEntry.findMany({
      where: { workspaceId: made.id, operation: 'exports.what-if' },
    })
    expect(audited[0]).toMatchObject({ actor: 'success@example.org', subject: { id: live, version: 1 } })
  })

  test('is refused before anything is published', async () => {
    const id = await drafted(made, busyDocument({ behaviors }))
    const prepared = await preparePreview(made.contextOf(), { id })
    if (prepared.state === 'counting') await countWaiting(made)
    await expect(changesFile(made.contextOf(), id)).rejects.toMatchObject({ code: 'conflict' })
  })
})
