// How soon a moved slider is seen: from the key press to the repainted histogram and counts, everybody re-scored, at
// 10,000 and at 100,000 people.
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { startInstallation } from './installation.mjs'
import { fillLargeWorkspace, model, sizesOf } from './large-workspace.mjs'
import { described, pause, quantile } from './measure.mjs'

const moves = 80
const limits = [
  { people: 10_000, p95: 60 },
  { people: 100_000, p95: 120 },
]

export async function moveAWeight() {
  for (const limit of limits) await measured(limit)
}

async function measured({ people, p95 }) {
  const installation = await startInstallation({ port: 3924 })
  const browser = await launch()
  try {
    const { api, origin } = installation
    console.log(`filling: ${people.toLocaleString('en')} people`)
    await fillLargeWorkspace(installation, sizesOf(people))
    const { id } = await api('POST', '/models', model)
    const { runId } = await api('POST', `/models/${id}/publish`, { note: 'bench' })
    while ((await api('GET', `/runs/${runId}`)).state !== 'done') await pause(200)
    while ((await api('GET', '/runs?limit=1000')).items.some(({ state }) => /queued|running/.test(state)))
      await pause(500)

    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } })
    const cookies = (await installation.signIn()).split('; ').map((pair) => {
      const [name, value] = pair.split(/=(.*)/s)
      return { name, value, url: origin }
    })
    await context.addCookies(cookies)
    const page = await context.newPage()
    await page.goto(`${origin}/w/bench/models/${id}`)
    await page.getByRole('table', { name: 'Tiers under the draft' }).waitFor({ timeout: 120_000 })
    const slider = page.getByRole('slider', { name: /^Weight of/ }).first()
    await slider.focus()
    await page.evaluate(watchRepaints)
    for (let move = 0; move < moves; move += 1) {
      await page.keyboard.press(move % 20 < 10 ? 'ArrowRight' : 'ArrowLeft')
      await page.waitForFunction((count) => window.repaints.length > count, move, { timeout: 10_000 })
      await pause(30)
    }
    const samples = (await page.evaluate(() => window.repaints)).slice(5)
    console.log(`${people.toLocaleString('en')} people, key to paint: ${described(samples)}`)
    console.log(`p95 ${quantile(samples, 0.95).toFixed(0)} ms (at most ${p95})`)
  } finally {
    await browser.close()
    await installation.stop()
  }
}

/** In the page: for each key press the milliseconds until the tiers have changed and the frame after that is painted. */
function watchRepaints() {
  window.repaints = []
  let pressed = null
  document.addEventListener('keydown', () => (pressed = performance.now()), { capture: true })
  const table = document.querySelector('[aria-label="Tiers under the draft"]')?.closest('section')
  if (!table) throw new Error('there is no what-if')
  new MutationObserver(() => {
    if (pressed === null) return
    const since = pressed
    pressed = null
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => window.repaints.push(performance.now() - since)
      channel.port2.postMessage(null)
    })
  }).observe(table, { subtree: true, childList: true, characterData: true, attributes: true })
}

function launch() {
  const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find(
    (file) => file && existsSync(file),
  )
  return chromium.launch({ executablePath, args: ['--disable-gpu'] })
}
