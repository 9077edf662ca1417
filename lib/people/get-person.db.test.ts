import { beforeAll, expect, test } from 'vitest'
import { NOW, newWorkspace, storeMerges } from '@/lib/engagement/testing'
import { getPerson } from './operations'
import { arriveLate, makePeople } from './testing'

let made: Awaited<ReturnType<typeof makePeople>>
beforeAll(async () => {
  made = await makePeople()
  await made.score()
})

test('a person comes with identities, traits, account and the newest score', async () => {
  expect(await getPerson(made.contextOf(), { id: 'u1' })).toMatchObject({
    personId: 'u1',
    email: 'ada@example.com',
    raw: 9,
    tier: 'power',
    asOf: NOW,
    identities: expect.arrayContaining(
      ['u1', 'anon:early', 'email:ada@example.com'].map((id) => expect.objectContaining({ id })),
    ),
    traits: { email: 'ada@example.com', name: 'Ada Lovelace' },
  })
  expect(await getPerson(made.contextOf(), { id: 'u5' })).toMatchObject({ account: 'acme', traits: {} })
})

test('every id that was merged into a person leads to it', async () => {
  for (const id of ['anon:early', 'email:ada@example.com'])
    expect(await getPerson(made.contextOf(), { id })).toMatchObject({ personId: 'u1' })
})

test('a person the run knew under another id keeps that score', async () => {
  await arriveLate(made.id, ['user:signed-up'])
  const at = new Date(Date.now() + 1000)
  await storeMerges([{ workspace: made.id, from: 'anon:visitor', to: 'user:signed-up', at }])
  expect(await getPerson(made.contextOf(), { id: 'signed-up' })).toMatchObject({ raw: 7, state: 'scored' })
})

test('a user id that looks like another identity is that user first', async () => {
  await arriveLate(made.id, ['user:anon:early'])
  expect(await getPerson(made.contextOf(), { id: 'anon:early' })).toMatchObject({ personId: 'anon:early' })
})

test('whoever is not there, or is in another workspace, is not found', async () => {
  const other = await newWorkspace()
  await expect(getPerson(made.contextOf(), { id: 'nobody' })).rejects.toMatchObject({ code: 'not_found' })
  await expect(getPerson(other.contextOf(), { id: 'u1' })).rejects.toMatchObject({ code: 'not_found' })
})
