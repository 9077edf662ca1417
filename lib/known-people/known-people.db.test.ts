import { expect, test } from 'vitest'
import { storeMerges } from '@/lib/engagement/testing'
import { makePeople } from '@/lib/people/testing'
import { db } from '@/lib/server/db'
import { modelDocument } from '@/lib/engagement/testing'
import { knownPeopleAgreement, listKnownPeople, saveKnownPeople } from './operations'
import { agreementOutput, knownPeopleOutput } from './schema'

/** u1 did most (as he was also anonymous), then the visitor, june, u5 to u2; kai never did anything. */
async function known() {
  const made = await makePeople()
  return { ...made, model: await made.score() }
}

test('people are pinned by id or e-mail, shown in that order with the live score, and the change is audited', async () => {
  const { model, contextOf } = await known()
  const people = ['u5', ' ADA@example.com', 'june@example.com', 'anon:visitor', 'email:kai@example.com']
  const saved = knownPeopleOutput.parse(await saveKnownPeople(contextOf(), { id: model, people }))
  expect(saved.items.map(({ personId, position }) => [personId, position])).toEqual([
    ['u5', 1],
    ['u1', 2],
    ['june@example.com', 3],
    ['anon:visitor', 4],
    ['email:kai@example.com', 5],
  ])
  expect(saved.items[1]).toMatchObject({ email: 'ada@example.com', name: 'Ada Lovelace', state: 'scored' })
  expect(saved.items[4]).toMatchObject({ liveScore: null, state: 'not-yet-seen', tier: null })
  expect(saved).toMatchObject({ version: 1, asOf: expect.any(Date), nextCursor: null })
  expect(await listKnownPeople(contextOf(), { id: model })).toEqual(saved)

  const fewer = await saveKnownPeople(contextOf('admin'), { id: model, people: ['anon:visitor', 'u5'] })
  expect(fewer.items.map(({ personId }) => personId)).toEqual(['anon:visitor', 'u5'])
  expect(
    await db().knownPerson.findMany({ where: { modelId: model }, orderBy: { position: 'asc' } }),
  ).toMatchObject([
    { personId: 'anon:visitor', addedBy: 'editor@example.org' },
    { personId: 'u5', addedBy: 'editor@example.org' },
  ])
  const audit = await db().auditEntry.findMany({
    where: { workspaceId: contextOf().workspace.id, operation: 'known-people.save' },
    orderBy: { at: 'asc' },
  })
  expect(audit.map(({ actor, subject }) => [actor, subject])).toEqual([
    ['editor@example.org', { id: model, people: 5 }],
    ['admin@example.org', { id: model, people: 2 }],
  ])
})

test('who is not known, or stands there twice, is refused at his place, and nothing is changed', async () => {
  const { model, contextOf } = await known()
  await saveKnownPeople(contextOf(), { id: model, people: ['u2'] })
  const refused = (people: string[]) => expect(saveKnownPeople(contextOf(), { id: model, people })).rejects
  await refused(['u1', 'nobody']).toMatchObject({
    code: 'invalid',
    path: ['people', 1],
    message: 'people.1: there is nobody called "nobody"',
  })
  await refused(['u1', 'u2', 'ada@example.com']).toMatchObject({
    code: 'invalid',
    path: ['people', 2],
    message: 'people.2: this is the same person as entry 0',
  })
  await refused(Array.from({ length: 21 }, (_, n) => `u${n}`)).toMatchObject({
    code: 'invalid',
    path: ['people'],
    message: 'people: at most 20 people can be pinned',
  })
  expect((await listKnownPeople(contextOf(), { id: model })).items).toMatchObject([{ personId: 'u2' }])
})

test('somebody merged since is shown once, as whom they are counted as', async () => {
  const { id, model, contextOf } = await known()
  await saveKnownPeople(contextOf(), { id: model, people: ['anon:visitor', 'u3', 'u4'] })
  await storeMerges([{ workspace: id, from: 'anon:visitor', to: 'user:u3' }])
  const { items } = await listKnownPeople(contextOf(), { id: model })
  expect(items.map(({ personId, position }) => [personId, position])).toEqual([
    ['u3', 1],
    ['u4', 2],
  ])
})

test('a viewer sees masked people and changes nothing', async () => {
  const { model, contextOf } = await known()
  await saveKnownPeople(contextOf(), { id: model, people: ['june@example.com', 'u1'] })
  const seen = await listKnownPeople(contextOf('viewer'), { id: model })
  expect(seen.items).toMatchObject([
    { personId: 'j•••@e•••', name: null },
    { personId: 'u1', email: 'a•••@e•••', name: null },
  ])
  const agreement = await knownPeopleAgreement(contextOf('viewer'), { id: model })
  expect(JSON.stringify([seen, agreement])).not.toMatch(/example|Ada/)
  await expect(saveKnownPeople(contextOf('viewer'), { id: model, people: [] })).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('agreement tells ranks under the draft and the live version, and how far each is the order of feeling', async () => {
  const { model, contextOf } = await known()
  const people = ['u2', 'u3', 'u4', 'u5', 'email:kai@example.com']
  await saveKnownPeople(contextOf(), { id: model, people })

  const same = agreementOutput.parse(await knownPeopleAgreement(contextOf(), { id: model }))
  const live = await listKnownPeople(contextOf(), { id: model })
  expect(same.items.map(({ liveScore }) => liveScore)).toEqual(live.items.map(({ liveScore }) => liveScore))
  expect(same.items.map(({ draftScore }) => draftScore)).toEqual(same.items.map(({ liveScore }) => liveScore))
  expect(same.items.map(({ draftRank }) => draftRank)).toEqual([4, 3, 2, 1, null])
  expect(same).toMatchObject({
    asOf: live.asOf,
    version: 1,
    draft: { n: 4, tau: -1 },
    live: { n: 4, tau: -1 },
  })

  const behaviors = [{ key: 'login', match: { events: ['login'] }, weight: -1 }]
  const document = modelDocument({ behaviors, normalisation: { zeros: 'midrank' } })
  const turned = await knownPeopleAgreement(contextOf(), { id: model, document: { ...document } })
  expect(turned.items.map(({ draftRank, liveRank }) => [draftRank, liveRank])).toEqual([
    [1, 4],
    [2, 3],
    [3, 2],
    [4, 1],
    [null, null],
  ])
  expect(turned).toMatchObject({ draft: { n: 4, tau: 1, open: false }, live: { tau: -1 } })
})

test('agreement finds somebody merged since under the id the run knew, and refuses a document at its path', async () => {
  const { id, model, contextOf } = await known()
  await saveKnownPeople(contextOf(), { id: model, people: ['anon:visitor', 'u3', 'u2'] })
  await storeMerges([{ workspace: id, from: 'anon:visitor', to: 'email:kai@example.com' }])
  const { items } = await knownPeopleAgreement(contextOf(), { id: model })
  expect(items[0]).toMatchObject({ personId: 'email:kai@example.com', position: 1 })

  const asked = { id: model, document: { kind: 'engagement', name: 'X', behaviors: [] } }
  await expect(knownPeopleAgreement(contextOf(), asked)).rejects.toMatchObject({
    code: 'invalid',
    path: ['behaviors'],
  })
})

test('without anybody pinned nothing is evaluated', async () => {
  const { model, contextOf } = await known()
  expect(await knownPeopleAgreement(contextOf(), { id: model })).toEqual({
    asOf: null,
    version: null,
    items: [],
    draft: { n: 0, tau: null, low: null, high: null, open: true, reason: 'nobody is pinned' },
    live: null,
  })
})
