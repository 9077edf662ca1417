import { beforeAll, describe, expect, test } from 'vitest'
import { roles } from '@/lib/workspaces/schema'
import { storeTraits } from '@/lib/engagement/testing'
import { getPerson, listPeople } from './operations'
import { joinAccount, makePeople } from './testing'

let made: Awaited<ReturnType<typeof makePeople>>
beforeAll(async () => {
  made = await makePeople()
  await joinAccount(made.id, 'user:u4', 'boss@corp.example')
  await storeTraits([{ workspace: made.id, identity: 'anon:visitor', key: 'name', value: 'Nora Nameless' }])
  await made.score()
})

const secrets = ['ada@', 'june@', 'kai@', 'example.com', 'Lovelace', 'Nora', 'boss@', 'corp.example', '"pro"']
const told = (answer: unknown) => secrets.filter((secret) => JSON.stringify(answer).includes(secret))

describe('masking', () => {
  test.each(roles)('%s sees e-mails, names and traits exactly if the role says so', async (role) => {
    const context = made.contextOf(role)
    const answers = [
      await listPeople(context, {}),
      await getPerson(context, { id: 'u1' }),
      await getPerson(context, { id: 'u2' }),
    ]
    if (role === 'viewer') expect(told(answers)).toEqual([])
    else expect(told(answers)).toEqual(secrets)
  })

  test('a viewer sees the first letters and nobody is missing', async () => {
    const { items, total } = await listPeople(made.contextOf('viewer'), {})
    expect(total).toBe(8)
    expect(items.map(({ personId, email, name }) => [personId, email, name])).toEqual([
      ['u1', 'a•••@e•••', null],
      ['anon:visitor', null, null],
      ['j•••@e•••', null, null],
      ['u5', null, null],
      ['u4', null, null],
      ['u3', null, null],
      ['u2', null, null],
      ['email:k•••@e•••', 'k•••@e•••', null],
    ])
  })

  test('a search tells a viewer nothing of what is hidden', async () => {
    const viewer = made.contextOf('viewer')
    for (const search of [
      'ada',
      'example',
      '@',
      'june',
      'j',
      'kai',
      'Lovelace',
      'Nora',
      '•',
      'com',
      'email:',
    ]) {
      const { items, total } = await listPeople(viewer, { search })
      expect([search, items, total]).toEqual([search, [], 0])
    }
    const found = await listPeople(viewer, { search: 'U1' })
    expect(found.items.map(({ personId }) => personId)).toEqual(['u1'])
  })

  test('neither the order nor an account filter tells a viewer a hidden id', async () => {
    const viewer = made.contextOf('viewer')
    const { items } = await listPeople(viewer, { sort: 'person' })
    expect(items.slice(2).map(({ personId }) => personId)).toEqual([
      'u1',
      'u2',
      'u3',
      'u4',
      'u5',
      'anon:visitor',
    ])
    expect((await listPeople(viewer, { account: 'boss@corp.example' })).total).toBe(0)
    expect((await listPeople(made.contextOf(), { account: 'boss@corp.example' })).total).toBe(1)
  })

  test('a viewer cannot ask for a person by e-mail', async () => {
    for (const id of ['june@example.com', 'email:kai@example.com', 'email:ada@example.com']) {
      expect(await getPerson(made.contextOf('success'), { id })).toMatchObject({ masked: false })
      await expect(getPerson(made.contextOf('viewer'), { id })).rejects.toMatchObject({ code: 'not_found' })
    }
  })
})
