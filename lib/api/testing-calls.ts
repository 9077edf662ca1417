import { randomUUID } from 'node:crypto'
import { type Sent, type World, worldDocument } from './testing-world'

type Made = { id: string }

const rows = Array.from({ length: 9 }, (_, n) => `u${n},App Opened,2026-02-10T1${n}:00:00Z`)
const csv = ['user,event,time', ...rows, 'u1,App Opened,soon', ''].join('\n')

/** A model that is published and scored now and at four Mondays; made once. */
const models = new WeakMap<World, Promise<string>>()
function scoredModel(world: World): Promise<string> {
  const make = async () => {
    const { id } = await world.ask<Made>('POST', '/models', { body: worldDocument })
    await world.ask('POST', '/models/{id}/publish', { params: { id }, body: { note: 'First' } })
    const points = { from: world.day(35), to: world.day(0), every: 'week' }
    const runs = await world.ask<Made>('POST', '/models/{id}/runs', { params: { id }, body: points })
    await world.doRuns(id, runs.id)
    return id
  }
  const made = models.get(world) ?? make()
  models.set(world, made)
  return made
}

async function newModel(world: World): Promise<string> {
  return (await world.ask<Made>('POST', '/models', { body: worldDocument })).id
}

/** A model of two versions, both scored at one instant; made once. */
const twoVersions = new WeakMap<World, Promise<string>>()
function comparedModel(world: World): Promise<string> {
  const make = async () => {
    const id = await newModel(world)
    const published = { params: { id }, body: { note: '' } }
    await world.ask('POST', '/models/{id}/publish', published)
    await world.ask('POST', '/models/{id}/publish', published)
    const asOf = world.day(3)
    for (const version of [1, 2]) {
      const run = { params: { id }, body: { asOf, version } }
      const { id: batch } = await world.ask<Made>('POST', '/models/{id}/runs', run)
      await world.doRuns(id, batch)
    }
    return id
  }
  const made = twoVersions.get(world) ?? make()
  twoVersions.set(world, made)
  return made
}

/** A contact model by which all contacts are rated; made once. */
const contactModels = new WeakMap<World, Promise<string>>()
function ratedContacts(world: World): Promise<string> {
  const make = async () => {
    const actions = ['read', 'read', 'click', 'bounce_hard', 'read'].flatMap((action, n) =>
      [`c${n % 2}`, 'c1'].map((name, m) => ({
        ...{ contact: { email: `${name}@example.net` }, action, messageId: `mail-${n}-${m}` },
        occurredAt: `${world.day(9 - n)}T10:00:00Z`,
      })),
    )
    await world.sendActions(actions)
    const { id } = await world.ask<Made>('POST', '/models', { body: { kind: 'contact', name: 'Newsletter' } })
    const published = { params: { id }, body: { note: 'First' } }
    const { runId } = await world.ask<{ runId: string }>('POST', '/models/{id}/publish', published)
    await world.doRebuild(runId)
    return id
  }
  const made = contactModels.get(world) ?? make()
  contactModels.set(world, made)
  return made
}

const ofContact = async (world: World): Promise<Sent> => {
  await ratedContacts(world)
  return { params: { id: 'c1@example.net' } }
}

const newImport = async (world: World) =>
  (await world.ask<Made>('POST', '/imports', { raw: csv, query: { fileName: 'log.csv' } })).id

async function doneImport(world: World): Promise<Sent> {
  const id = await newImport(world)
  await world.doImports()
  return { params: { id } }
}

const ofModel = async (world: World): Promise<Sent> => ({ params: { id: await scoredModel(world) } })

async function ofProvider(world: World): Promise<Sent> {
  const body = { provider: 'brevo', name: 'Newsletters' }
  return { params: { id: (await world.ask<Made>('POST', '/providers', { body })).id } }
}

async function newRun(world: World): Promise<Sent> {
  const id = await scoredModel(world)
  const run = await world.ask<Made>('POST', '/models/{id}/runs', { params: { id }, body: {} })
  return { params: { id: run.id } }
}

async function changedDraft(world: World): Promise<Sent> {
  const id = await newModel(world)
  const draft = await world.call('GET', '/models/{id}/draft', { params: { id } })
  return {
    params: { id },
    headers: { 'if-match': draft.headers.get('etag') ?? '' },
    body: { ...worldDocument, name: 'Changed' },
  }
}

const ofPerson = async (world: World, query?: Record<string, string>): Promise<Sent> => {
  await scoredModel(world)
  return { params: { id: 'u9' }, query }
}

/** Between the newest two weekly scores. */
async function explained(world: World): Promise<Sent> {
  const id = await scoredModel(world)
  type Snapshots = { items: { asOf: string; scheduled: boolean }[] }
  const { items } = await world.ask<Snapshots>('GET', '/models/{id}/snapshots', { params: { id } })
  const [asOf = '', from = ''] = items.filter(({ scheduled }) => scheduled).map((item) => item.asOf)
  return ofPerson(world, { model: id, asOf, from })
}

/** Somebody who has just come, to be merged into another. */
async function mergeable(world: World, body: { into: string }) {
  await scoredModel(world)
  const id = `new-${randomUUID()}`
  await world.send([{ type: 'track', messageId: id, userId: id, event: 'App Opened' }])
  return { params: { id }, body }
}

/** One call of each route that succeeds. Whoever adds a route adds one here. */
export const exampleCalls: Record<string, (world: World) => Sent | Promise<Sent>> = {
  'GET /workspace': () => ({}),
  'GET /events/catalog': () => ({ query: { limit: '1' } }),

  'GET /people': async (world) => ({ query: { model: await scoredModel(world), search: 'u1', limit: '2' } }),
  'GET /people/conflicts': () => ({ query: { limit: '1' } }),
  'GET /people/{id}': (world) => ofPerson(world),
  'GET /people/{id}/scores': (world) => ofPerson(world, { reference: 'rolling' }),
  'GET /people/{id}/explanation': explained,
  'GET /people/{id}/events': (world) => ofPerson(world, { limit: '5' }),
  'GET /people/{id}/identities': (world) => ofPerson(world),
  'POST /people/{id}/merge': (world) => mergeable(world, { into: 'u12' }),
  'POST /people/{id}/unmerge': async (world) => {
    const { params, body } = await mergeable(world, { into: 'u11' })
    await world.ask('POST', '/people/{id}/merge', { params, body })
    return { params, body: {} }
  },

  'GET /accounts': async (world) => (await scoredModel(world), { query: { sort: 'people', limit: '2' } }),
  'GET /accounts/{id}': () => ({ params: { id: 'account-1' } }),

  'GET /contacts': async (world) => ({
    query: { model: await ratedContacts(world), stars: '1,2,3,4,5', sort: 'email', limit: '2' },
  }),
  'GET /contacts/overview': async (world) => ({ query: { model: await ratedContacts(world) } }),
  'GET /contacts/{id}': ofContact,
  'GET /contacts/{id}/changes': ofContact,
  'POST /contacts/{id}/simulate': async (world) => ({
    ...(await ofContact(world)),
    body: { actions: ['read', 'bounce_hard'] },
  }),

  'GET /sources': () => ({}),
  'POST /sources': () => ({ body: { name: 'Another' } }),
  'DELETE /sources/{id}': async (world) => ({
    params: { id: (await world.ask<Made>('POST', '/sources', { body: { name: 'Short-lived' } })).id },
  }),

  'GET /providers': async (world) => (await ofProvider(world), {}),
  'POST /providers': () => ({ body: { provider: 'postmark', name: 'Another' } }),
  'DELETE /providers/{id}': ofProvider,
  'PUT /providers/{id}/secret': async (world) => ({
    ...(await ofProvider(world)),
    body: { secret: 'another' },
  }),
  'GET /providers/{id}/deliveries': async (world) => {
    const sent = await ofProvider(world)
    await world.ask('POST', '/providers/{id}/test', { ...sent, body: {} })
    return { ...sent, query: { limit: '2' } }
  },
  'POST /providers/{id}/test': ofProvider,

  'GET /imports': async (world) => (await doneImport(world), { query: { limit: '1' } }),
  'POST /imports': () => ({ raw: csv, query: { dryRun: 'true', fileName: 'log.csv' } }),
  'GET /imports/{id}': doneImport,
  'DELETE /imports/{id}': async (world) => ({ params: { id: await newImport(world) } }),
  'POST /imports/{id}/resume': async (world) => {
    const id = await newImport(world)
    await world.ask('DELETE', '/imports/{id}', { params: { id } })
    return { params: { id } }
  },
  'GET /imports/{id}/rejects': doneImport,

  'GET /templates': () => ({ query: { limit: '2' } }),
  'GET /models': async (world) => (await scoredModel(world), {}),
  'POST /models': () => ({ body: worldDocument }),
  'GET /models/{id}': ofModel,
  'GET /models/{id}/draft': ofModel,
  'PUT /models/{id}/draft': changedDraft,
  'POST /models/{id}/publish': async (world) => ({
    params: { id: await newModel(world) },
    body: { note: 'Go' },
  }),
  'POST /models/{id}/preview': async (world) => ({
    ...(await ofModel(world)),
    body: { change: { window: { days: 30 }, normalisation: { zeros: 'midrank' } }, movers: 2 },
  }),
  'GET /models/{id}/versions': ofModel,
  'GET /models/{id}/versions/{version}': async (world) => ({
    params: { id: await scoredModel(world), version: '1' },
  }),
  'GET /models/{id}/version-history': ofModel,
  'POST /models/{id}/roll-back': async (world) => ({
    params: { id: await comparedModel(world) },
    body: { version: 1, note: 'The first was better' },
  }),
  'GET /models/{id}/compare': async (world) => ({
    params: { id: await comparedModel(world) },
    query: { from: '1', to: '2', asOf: world.day(3) },
  }),
  'POST /models/{id}/duplicate': async (world) => ({
    params: { id: await newModel(world) },
    body: { name: 'Another' },
  }),
  'POST /models/{id}/archive': async (world) => ({ params: { id: await newModel(world) } }),
  'POST /models/{id}/restore': async (world) => ({ params: { id: await newModel(world) } }),
  'GET /models/{id}/history': ofModel,
  'POST /models/{id}/runs': async (world) => ({ ...(await ofModel(world)), body: { asOf: world.day(3) } }),
  'POST /models/{id}/restate': async (world) => ({ ...(await ofModel(world)), body: {} }),
  'GET /models/{id}/snapshots': ofModel,
  'GET /models/{id}/scores': async (world) => ({
    ...(await ofModel(world)),
    query: { state: 'all', limit: '5' },
  }),
  'GET /models/{id}/distribution': ofModel,
  'GET /models/{id}/tiers': ofModel,
  'GET /models/{id}/movers': ofModel,
  'GET /models/{id}/migration': ofModel,
  'GET /models/{id}/tier-steps': ofModel,
  'GET /models/{id}/known-people': async (world) => {
    const sent = await ofModel(world)
    await world.ask('PUT', '/models/{id}/known-people', { ...sent, body: { people: ['u9', 'u2'] } })
    return sent
  },
  'POST /models/{id}/known-people/agreement': async (world) => {
    const sent = await ofModel(world)
    const people = ['u12', 'u9', 'u7', 'u2']
    await world.ask('PUT', '/models/{id}/known-people', { ...sent, body: { people } })
    return { ...sent, body: {} }
  },
  'PUT /models/{id}/known-people': async (world) => ({
    ...(await ofModel(world)),
    body: { people: ['u12@example.com', 'u3'] },
  }),
  'GET /runs': async (world) => (await scoredModel(world), { query: { limit: '2' } }),
  'GET /runs/{id}': newRun,
  'DELETE /runs/{id}': newRun,
}
