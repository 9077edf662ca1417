import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { newWorkspace, storeEvents, storeIdentities, storeMerges } from '@/lib/engagement/testing'
import { loadHash64 } from '@/lib/ingest/hash64'
import { createModel, getDraft, publishModel, putDraft } from '@/lib/models/operations'
import { type ContactDocument, parseContactDocument } from '@/lib/scoring/contacts/document'
import { AS_OF, DAY, anyContactModel, anyHistory } from '@/lib/scoring/contacts/testing'
import { compileStarsWhatIf } from '@/lib/scoring/contacts/what-if/compile-stars-what-if'
import { mappingKey } from '@/lib/scoring/contacts/what-if/star-columns'
import { previewModel } from '@/lib/what-if/operations'
import { readHistories } from '../contact-history'
import { countedBySql } from './counted-by-sql'
import { exportStarChanges, prepareStars, previewContactModel, starColumns } from './operations'
import { previewed } from './previewed'
import { scoreSeen } from './star-reason'
import { decodeStars } from './star-columns-format'

const documentOf = (rest: object): ContactDocument => {
  const parsed = parseContactDocument({ kind: 'contact', name: 'Newsletter', ...rest })
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.document
}

const CONTACTS = 60
const identityOf = (contact: number) => `email:c${contact}@example.org`

let made: Awaited<ReturnType<typeof newWorkspace>>
let id: string

/** Histories of all actions, some as track events, some of people who were merged into others. */
beforeAll(async () => {
  made = await newWorkspace({ lastOccurredAt: new Date(AS_OF - DAY / 2) })
  const histories = fc.sample(anyHistory, { numRuns: CONTACTS, seed: 7 })
  const events = histories.flatMap(({ actions }, contact) =>
    actions.map(({ id: event, action, at, messageId, listId }, index) => ({
      workspace: made.id,
      identity: identityOf(contact),
      ...(action === 'reply' && index % 2 === 0
        ? { name: 'Answered', kind: 'track' }
        : { name: action, kind: 'action' }),
      at: Math.floor(at / DAY) * DAY + (index % 5) * 900,
      eventId: `${contact}-${event}`,
      properties: { messageId, listId, url: `https://example.org/${index % 3}` },
    })),
  )
  await storeEvents(events, 4)
  const everybody = histories.map((_, contact) => ({ workspace: made.id, identity: identityOf(contact) }))
  await storeIdentities(everybody)
  await storeMerges([
    { workspace: made.id, from: identityOf(0), to: identityOf(1) },
    { workspace: made.id, from: identityOf(2), to: identityOf(3) },
  ])
  const live = documentOf({ actions: [{ action: 'read' }, { action: 'click' }, { action: 'bounce_hard' }] })
  ;({ id } = await createModel(made.contextOf(), { document: { ...live } }))
  await publishModel(made.contextOf(), { id, note: '' })
}, 60_000)

const mapped = documentOf({
  gravity: 0.8,
  actions: [
    { action: 'read', points: 3 },
    { action: 'reply', events: ['Answered'] },
    { action: 'bounce_hard', severity: 2 },
    { action: 'bounce_soft' },
    { action: 'unread', severity: 0.2, afterDays: 3 },
  ],
})

async function columnsUnder(document: ContactDocument) {
  const { encode } = await starColumns(made.contextOf(), { id, mapping: mappingKey(document) })
  return decodeStars(encode().buffer)
}

describe('a preview of a contact model', () => {
  const drawn = fc.sample(anyContactModel, { numRuns: 4, seed: 11 })
  const documents = [mapped, ...drawn]

  test.each(documents.map((document, index) => [index, document] as const))(
    'number %i says by SQL what the browser computes',
    async (_, document) => {
      const preview = await previewContactModel(made.contextOf(), {
        id,
        document: { ...document },
        movers: 5,
      })
      const { columns, live } = await columnsUnder(document)
      const { whatIf, movers } = compileStarsWhatIf(columns, live)(document)
      const found = await previewed(made.contextOf(), { id, document })
      const { up, down, ...counted } = await countedBySql(made.contextOf(), found, 5)
      expect(preview).toMatchObject(counted)
      const changes = (moved: readonly { before: number; after: number }[]) =>
        moved.map(({ before, after }) => Number((after - before).toFixed(8)))
      expect(changes(up)).toEqual(changes(preview.movers?.up ?? []))
      expect(changes(down)).toEqual(changes(preview.movers?.down ?? []))
      expect(preview).toMatchObject({
        contacts: whatIf.contacts,
        stars: whatIf.stars,
        bins: whatIf.bins,
        change: whatIf.change,
        orders: whatIf.orders,
        version: 1,
      })
      for (const way of ['up', 'down'] as const) {
        const found = preview.movers?.[way].map(({ change }) => change) ?? []
        const wanted = movers(way, 5).map(({ before, after }) => after - before)
        expect(found.length).toBe(wanted.length)
        found.forEach((change, place) => expect(change).toBeCloseTo(wanted[place] ?? NaN, 8))
      }
    },
  )

  test('rates everybody as each history is rated', async () => {
    const preview = await previewContactModel(made.contextOf(), { id, document: { ...mapped }, movers: 100 })
    const people = (preview.movers?.up ?? []).concat(preview.movers?.down ?? [])
    expect(people.length).toBeGreaterThan(10)
    const hash = await loadHash64()
    for (const { personId, after, starsAfter, reason } of people) {
      const person = String(hash(personId))
      const seen = (await readHistories(made.id, mapped, [person])).get(person)
      if (!seen) throw new Error(`no history of ${personId}`)
      const rated = scoreSeen(seen, mapped, { asOf: preview.asOf, current: true })
      expect(after).toBeCloseTo(rated.score, 8)
      expect(starsAfter).toBe(rated.stars)
      expect(reason === null || reason.length > 3).toBe(true)
    }
  })

  test('at a past instant nothing later is seen', async () => {
    const past = new Date(AS_OF - 15 * DAY).toISOString()
    const { asOf, contacts } = await previewContactModel(made.contextOf(), { id, asOf: past })
    const now = await previewContactModel(made.contextOf(), { id })
    expect(asOf.toISOString()).toBe(past)
    expect(contacts).toBeLessThanOrEqual(now.contacts)
  })

  test('of the draft, of a change to it, and refused with its path', async () => {
    const draft = await previewContactModel(made.contextOf(), { id })
    expect(draft.change).toMatchObject({ up: 0, down: 0, entered: 0, left: 0 })
    const change = { gravity: 3 }
    expect((await previewContactModel(made.contextOf(), { id, change })).change?.down).toBeGreaterThan(0)
    await expect(
      previewContactModel(made.contextOf(), { id, change: { gravity: -1 } }),
    ).rejects.toMatchObject({ code: 'invalid', path: ['gravity'] })
    await expect(previewModel(made.contextOf(), { id })).rejects.toMatchObject({ code: 'conflict' })
  })

  test('names nobody to those who see people masked', async () => {
    const asked = { id, change: { gravity: 3 } }
    const seen = await previewContactModel(made.contextOf('success'), asked)
    const masked = await previewContactModel(made.contextOf('viewer'), asked)
    expect(seen.movers?.down[0]?.email).toMatch(/@example\.org$/)
    expect(masked.movers?.down[0]?.email ?? '').not.toMatch(/^c\d+@/)
  })

  test('says how much the browser would hold', async () => {
    const prepared = await prepareStars(made.contextOf(), { id })
    expect(prepared).toMatchObject({ inBrowser: true, live: { version: 1 } })
    const { columns } = await columnsUnder(documentOf({}))
    expect(prepared.contacts).toBe(columns.size)
  })

  test('everybody whose stars change is in the file', async () => {
    const draft = await getDraft(made.contextOf(), { id })
    await putDraft(made.contextOf(), { id, document: { ...draft.document, gravity: 2 }, ifMatch: draft.etag })
    const preview = await previewContactModel(made.contextOf(), { id })
    const { pages, contacts } = await exportStarChanges(made.contextOf(), { id })
    const rows = []
    for await (const page of pages) rows.push(...page)
    expect(rows.length).toBe((preview.change?.up ?? 0) + (preview.change?.down ?? 0))
    expect(contacts).toBe(rows.length)
    expect(rows.every(({ starsBefore, starsAfter }) => starsBefore !== starsAfter)).toBe(true)
    await expect(exportStarChanges(made.contextOf('viewer'), { id })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})
