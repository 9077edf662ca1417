// What the weekly scores of a past year cost, made together, against one run: at most 26 of them. BENCH_PEOPLE and
// BENCH_EVENTS change the size.
import { fill, startInstallation } from './installation.mjs'
import { described, pause, quantile } from './measure.mjs'

const people = Number(process.env.BENCH_PEOPLE ?? 200_000)
const events = Number(process.env.BENCH_EVENTS ?? 10_000_000)
const days = 400
const runs = 5

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

export async function restateYear() {
  const installation = await startInstallation({ port: 3921 })
  const { api } = installation
  try {
    console.log(`filling: ${people.toLocaleString('en')} people, ${events.toLocaleString('en')} events`)
    await fill(installation, { people, events, days })
    const { id } = await api('POST', '/models', model)
    const { runId } = await api('POST', `/models/${id}/publish`, { note: 'bench' })
    await ended(api, [runId])
    // Publishing has queued a year already, which the first measurement waits for.
    await ended(api, await waiting(api, id))

    const seconds = []
    for (let i = 0; i < runs; i++) {
      const { ids } = await api('POST', `/models/${id}/runs`, {})
      const [run] = await ended(api, ids)
      seconds.push(run.seconds)
    }
    console.log(`a run: ${described(seconds.map((one) => one * 1000))}`)

    const { ids } = await api('POST', `/models/${id}/restate`, {})
    const done = await ended(api, ids)
    const failed = done.filter(({ state }) => state !== 'done')
    if (failed.length > 0) throw new Error(`${failed.length} runs ${failed[0].state}: ${failed[0].error}`)
    const took = Math.max(...done.map((run) => run.seconds))
    const ratio = took / quantile(seconds, 0.5)
    console.log(`${ids.length} weeks: ${took.toFixed(1)} s, as much as ${ratio.toFixed(1)} runs (at most 26)`)
  } finally {
    await installation.stop()
  }
}

async function waiting(api, model) {
  const { items } = await api('GET', `/runs?model=${model}&limit=1000`)
  return items.filter(({ state }) => ['queued', 'running'].includes(state)).map(({ id }) => id)
}

async function ended(api, ids) {
  const done = []
  for (const id of ids) {
    let run = await api('GET', `/runs/${id}`)
    while (['queued', 'running'].includes(run.state)) {
      await pause(100)
      run = await api('GET', `/runs/${id}`)
    }
    done.push(run)
  }
  return done
}
