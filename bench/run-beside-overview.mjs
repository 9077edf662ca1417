// How quick the overview is while a run over 200,000 people and 10 million events works, and how soon a cancelled run
// has stopped.
import { fill, startInstallation } from './installation.mjs'
import { described, pause, quantile, time } from './measure.mjs'

const people = 200_000
const events = 10_000_000
const idleSamples = 200
const besideSamples = 100

const model = {
  kind: 'engagement',
  name: 'Bench',
  behaviors: Array.from({ length: 8 }, (_, i) => ({
    key: `b${i}`,
    match: { events: [`Event ${i}`] },
    measure: { type: ['count', 'days', 'once'][i % 3] },
    weight: 1 + i,
  })),
}

export async function runBesideOverview() {
  const installation = await startInstallation({ port: 3920 })
  const { api, origin } = installation
  try {
    console.log(`filling: ${people.toLocaleString('en')} people, ${events.toLocaleString('en')} events`)
    await fill(installation, { people, events })
    const { id } = await api('POST', '/models', model)
    const { runId } = await api('POST', `/models/${id}/publish`, { note: 'bench' })
    const first = await ended(api, runId)
    // The past weeks are scored behind it.
    while (await working(api, id)) await pause(200)
    console.log(
      `a run: ${first.seconds?.toFixed(2)} s, ${first.people?.toLocaleString('en')} people with a score`,
    )

    const cookie = await installation.signIn()
    const overview = async () => {
      const response = await fetch(`${origin}/w/bench`, { headers: { cookie } })
      if (!(await response.text()).includes('of active people are in'))
        throw new Error(`no overview: ${response.status}`)
    }
    await time(overview, 30)
    const idle = await time(overview, idleSamples)
    console.log(`overview, idle: ${described(idle)}`)

    const beside = []
    while (beside.length < besideSamples) {
      const run = await api('POST', `/models/${id}/runs`, {})
      let working = true
      const end = ended(api, run.id).then(() => (working = false))
      beside.push(...(await time(overview, 1, () => !working)))
      await end
    }
    console.log(`overview, beside runs: ${described(beside)}`)
    console.log(
      `p95 beside / p95 idle: ${(quantile(beside, 0.95) / quantile(idle, 0.95)).toFixed(2)} (at most 2)`,
    )

    const stops = []
    for (let i = 0; i < 10; i++) {
      const run = await api('POST', `/models/${id}/runs`, {})
      while ((await api('GET', `/runs/${run.id}`)).state === 'queued') await pause(10)
      await pause(100 * i)
      const asked = performance.now()
      await api('DELETE', `/runs/${run.id}`)
      const { state } = await ended(api, run.id)
      if (state === 'cancelled') stops.push(performance.now() - asked)
    }
    console.log(
      `cancel to stopped: ${described(stops)}, most ${Math.max(...stops).toFixed(0)} ms (at most 2,000)`,
    )
  } finally {
    await installation.stop()
  }
}

async function ended(api, run) {
  for (;;) {
    const state = await api('GET', `/runs/${run}`)
    if (!['queued', 'running'].includes(state.state)) return state
    await pause(20)
  }
}

async function working(api, model) {
  const { items } = await api('GET', `/runs?model=${model}&limit=1000`)
  return items.some(({ state }) => ['queued', 'running'].includes(state))
}
