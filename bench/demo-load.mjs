// How long a fresh start takes from the first page to the whole demo: its events, a published model, everybody scored
// today and over the past year, and the mailing list.
import { setTimeout as sleep } from 'node:timers/promises'
import { startInstallation } from './installation.mjs'

const port = 3940
const limitSeconds = 60

export async function demoLoad() {
  const installation = await startInstallation({ port, demo: 'on' })
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1000
  try {
    let phase = ''
    for (;;) {
      const { rows } = await installation.state.query('SELECT state, phase, events, error FROM "DemoLoad"')
      const [load] = rows
      if (load.state === 'failed') throw new Error(load.error)
      if (load.state === 'done') {
        const took = seconds()
        const rate = Math.round(load.events / took).toLocaleString('en')
        const verdict = took <= limitSeconds ? 'within' : 'over'
        console.log(
          `${took.toFixed(1)} s  ready, ${verdict} the ${limitSeconds} s; ${rate} events a second over all`,
        )
        return
      }
      if (load.phase !== phase)
        console.log(`${seconds().toFixed(1)} s  ${load.phase} (${load.events} events)`)
      phase = load.phase
      await sleep(100)
    }
  } finally {
    await installation.stop()
  }
}
