// How quick the pages are in a workspace of a million people, warm: each read as a page asks it, and the pages whole.
// BENCH_PEOPLE: another number of people.
import os from 'node:os'
import { startInstallation } from './installation.mjs'
import { fillLargeWorkspace, goOnAfterScores, model, sizesOf } from './large-workspace.mjs'
import { pause, quantile, time } from './measure.mjs'

const people = Number(process.env.BENCH_PEOPLE ?? 1_000_000)
const warmUps = 3
const samples = 20

/** In milliseconds. */
const aims = { people: 300, person: 300, overview: 500, preview: 250 }

export async function pagesAtAMillion() {
  const installation = await startInstallation({ port: 3921 })
  try {
    const sizes = sizesOf(people)
    const n = (number) => number.toLocaleString('en')
    console.log(`filling: ${n(sizes.people)} people, ${n(sizes.events)} events`)
    await fillLargeWorkspace(installation, sizes)
    const scored = await score(installation)
    console.log(`scored: ${scored}`)
    await goOnAfterScores(installation)
    await measurePages(installation, sizes)
  } finally {
    await installation.stop()
  }
}

/** Publishes the model; with that come a run at the end and one at each Monday before. */
async function score({ api }) {
  const { id } = await api('POST', '/models', model)
  const { runId } = await api('POST', `/models/${id}/publish`, { note: 'bench' })
  for (;;) {
    const { items } = await api('GET', `/runs?model=${id}&limit=100`)
    const bad = items.find(({ state }) => state === 'failed' || state === 'cancelled')
    if (bad) throw new Error(`run ${bad.id} ${bad.state}: ${bad.error}`)
    if (items.every(({ state }) => state === 'done')) {
      const one = items.find((run) => run.id === runId)
      return `${items.length} instants, ${one.people.toLocaleString('en')} people at the last one; its run took ${one.seconds} s`
    }
    await pause(500)
  }
}

/** Prints p50 and p95 of every read and page. */
export async function measurePages({ origin, signIn }, sizes) {
  const cookie = await signIn()
  const read = async (operation, input = {}) => {
    const response = await fetch(`${origin}/api/read/${operation}?workspace=bench`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    if (!response.ok) throw new Error(`${operation}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  const page = async (path, expected) => {
    const response = await fetch(`${origin}/w/bench${path}`, { headers: { cookie } })
    const text = await response.text()
    if (!response.ok || !text.includes(expected))
      throw new Error(`${path}: ${response.status}, no “${expected}”`)
  }
  const list = (input) => () => read('people.list', { limit: 200, ...input })

  const first = await list({})()
  const { scores } = await read('overview.get')
  const [{ id }] = (await read('models.list')).items
  const [{ personId }] = first.items
  const cursor = first.nextCursor
  const bySort = async (sort) => ({ sort, cursor: (await list({ sort })()).nextCursor })
  // Somebody else each time, among the active ones.
  let turn = 0
  const someone = () => `p${(turn = (turn + 7919) % Math.floor(sizes.users / 2))}`
  const account = `account-${Math.floor(sizes.accounts / 3)}`
  const movers = () => read('movers.list', { id, to: scores.asOf })
  const { document } = await read('drafts.get', { id })
  let moved = 0
  const preview = () => {
    const [first, ...others] = document.behaviors
    const behaviors = [{ ...first, weight: 1 + (moved++ % 9) }, ...others]
    return read('models.preview', { id, document: { ...document, behaviors } })
  }
  const timelineOf = (who) => read('people.timeline', { id: who, limit: 50 })

  const table = [
    ['people.list, by score', aims.people, list({})],
    ['… the next page', aims.people, list({ cursor })],
    ['… of a tier', aims.people, list({ tier: scores.tiers.at(-1).key })],
    ['… of a stage', aims.people, list({ stage: first.scores.stages.at(-1) })],
    ['… dormant', aims.people, list({ state: 'dormant' })],
    ['… not scored yet', aims.people, list({ state: 'not-scored' })],
    ['… of an account', aims.people, list({ account })],
    ['… search: part of an e-mail', aims.people, list({ search: '4321@exa' })],
    ['… search: an id', aims.people, list({ search: personId })],
    ['… search: everybody’s domain', aims.people, list({ search: 'example.org' })],
    ['… search: nobody', aims.people, list({ search: 'nobody at all' })],
    ['… search, six in a palette', aims.people, list({ search: 'p4321', limit: 6 })],
    ['… by id', aims.people, list({ sort: 'person' })],
    ['… by id, the next page', aims.people, list(await bySort('person'))],
    ['… by raw', aims.people, list({ sort: 'raw' })],
    ['… by last activity', aims.people, list({ sort: 'lastActivity' })],
    ['… by last activity, the next page', aims.people, list(await bySort('lastActivity'))],
    ['the page People', aims.people, () => page('/people', personId)],
    ['people.get', aims.person, () => read('people.get', { id: someone() })],
    ['people.path', aims.person, () => read('people.path', { id: someone() })],
    ['people.explain', aims.person, () => read('people.explain', { id: someone() })],
    ['people.timeline', aims.person, () => timelineOf(someone())],
    ['people.identities', aims.person, () => read('people.identities', { id: someone() })],
    ['the page of a person', aims.person, () => page(`/people/${someone()}`, 'Timeline')],
    ['overview.get', aims.overview, () => read('overview.get')],
    ['tiers.over-time', aims.overview, () => read('tiers.over-time', { id, to: scores.asOf })],
    ['movers.list', aims.overview, movers],
    [
      'movers.list, 100 up',
      aims.overview,
      () => read('movers.list', { id, to: scores.asOf, direction: 'up', limit: 100 }),
    ],
    [
      'the page Overview, then its movers',
      aims.overview,
      async () => {
        await page('', 'Biggest movers')
        await movers()
      },
    ],
    ['models.preview, a weight moved', aims.preview, preview],
    ['tiers.steps', null, () => read('tiers.steps', { id })],
    ['migration.get', null, () => read('migration.get', { id })],
    ['people.conflicts', null, () => read('people.conflicts', {})],
    ['accounts.list', null, () => read('accounts.list', {})],
    ['accounts.get', null, () => read('accounts.get', { id: account })],
    ['workspace.get', null, () => read('workspace.get')],
  ]
  console.log(`load of the machine: ${os.loadavg()[0].toFixed(1)}, warm, n = ${samples} each, in ms`)
  console.log(`${'what'.padEnd(38)}${'p50'.padStart(8)}${'p95'.padStart(8)}${'at most'.padStart(9)}`)
  for (const [what, aim, work] of table) {
    await time(work, warmUps)
    const took = await time(work, samples)
    const [p50, p95] = [quantile(took, 0.5), quantile(took, 0.95)]
    const told = `${what.padEnd(38)}${p50.toFixed(0).padStart(8)}${p95.toFixed(0).padStart(8)}`
    console.log(`${told}${String(aim ?? '').padStart(9)}${aim !== null && p50 > aim ? '  too slow' : ''}`)
  }
}
