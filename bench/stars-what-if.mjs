// The what-if engine of contact models by itself: points, a severity, gravity or what counts is changed, everybody is
// rated again, compared with the live version and with the other order, and the twenty largest moves each way are found.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { described, quantile } from './measure.mjs'

const core = path.resolve(import.meta.dirname, '../lib/scoring/contacts')
const DAY = 86_400_000
const asOf = Date.UTC(2026, 0, 7)
const actionsOfEach = 50
const movers = 20

/** The engine as it is, bundled for Node. */
async function loadEngine() {
  const dir = mkdtempSync(path.join(tmpdir(), 'gravitas-stars-what-if-'))
  const outfile = path.join(dir, 'engine.mjs')
  const contents = [
    `export { compileStarsWhatIf, liveStars } from './what-if/compile-stars-what-if'`,
    `export { parseContactDocument } from './document'`,
  ].join('\n')
  await build({
    stdin: { contents, resolveDir: core },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  })
  const loaded = await import(pathToFileURL(outfile).href)
  rmSync(dir, { recursive: true, force: true })
  return loaded
}

/** Random numbers of a seed, so that every measurement is of the same contacts. */
function randomNumbers(seed) {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

/** Contacts to whom a message was delivered, read, often clicked and seldom bounced, over two years. */
function columnsOf(rows) {
  const next = randomNumbers(rows)
  const size = Math.ceil(rows / actionsOfEach)
  const kinds = [1, 2, 2, 2, 3, 2, 3, 1, 2, 8]
  return {
    size,
    asOf,
    offsets: Uint32Array.from({ length: size + 1 }, (_, index) => Math.min(rows, index * actionsOfEach)),
    knownSince: new Float64Array(size).fill(asOf - 730 * DAY),
    actions: Uint8Array.from({ length: rows }, () => kinds[Math.floor(next() * kinds.length)]),
    at: Float64Array.from(
      { length: rows },
      (_, row) => asOf - (actionsOfEach - (row % actionsOfEach)) * 14 * DAY,
    ),
    groups: Uint32Array.from({ length: rows }, () => 1 + Math.floor(next() * 25)),
    machines: Uint8Array.from({ length: rows }, () => Number(next() < 0.1)),
    ranks: Uint32Array.from({ length: rows }, (_, row) => row % actionsOfEach),
  }
}

const changed = (document, action, change) => ({
  ...document,
  actions: document.actions.map((rule) => (rule.action === action ? { ...rule, ...change } : rule)),
})

/** What is moved, a little further each turn; the target is for what a slider moves, not for what counts at all. */
const drags = {
  points: {
    drag: (document, turn) => changed(document, 'read', { points: 1 + (turn % 13) / 3 }),
    isSlider: true,
  },
  severity: {
    drag: (document, turn) => changed(document, 'bounce_hard', { severity: 0.5 + (turn % 11) / 4 }),
    isSlider: true,
  },
  gravity: { drag: (document, turn) => ({ ...document, gravity: 0.4 + (turn % 17) / 10 }), isSlider: true },
  'what counts': {
    drag: (document, turn) => changed(document, 'click', { counted: turn % 2 === 0, points: 3 + (turn % 7) }),
  },
  'days until unread': {
    drag: (document, turn) =>
      changed(document, 'unread', { counted: true, severity: 1, afterDays: 2 + (turn % 9) }),
  },
}

function measured(evaluate, drag, document, repeats) {
  const walls = []
  for (let turn = -5; turn < repeats; turn++) {
    const draft = drag(document, turn + 5)
    const started = performance.now()
    const { whatIf, movers: moversOf } = evaluate(draft)
    moversOf('up', movers)
    moversOf('down', movers)
    const wall = performance.now() - started
    if (whatIf.change === null) throw new Error('Nothing was compared.')
    if (turn >= 0) walls.push(wall)
  }
  return walls
}

export async function starsWhatIf() {
  const { compileStarsWhatIf, liveStars, parseContactDocument } = await loadEngine()
  for (const [rows, repeats, target] of [
    [1_000_000, 60, 40],
    [3_000_000, 30, 120],
  ]) {
    const columns = columnsOf(rows)
    for (const clock of [{ type: 'position' }, { type: 'time', unit: 'day' }]) {
      const listed = ['subscribed', 'read', 'click', 'bounce_hard', 'bounce_soft', 'complaint'].map(
        (action) => ({ action }),
      )
      const unread = { action: 'unread', counted: false, severity: 0.1 }
      const parsed = parseContactDocument({
        kind: 'contact',
        name: 'Bench',
        clock,
        actions: [...listed, unread],
      })
      if (!parsed.ok) throw new Error(parsed.message)
      const live = liveStars(columns, parsed.document)
      const evaluate = compileStarsWhatIf(columns, live)
      console.log(`  ${rows.toLocaleString('en')} actions, clock ${clock.type}`)
      for (const [name, { drag, isSlider }] of Object.entries(drags)) {
        const walls = measured(evaluate, drag, parsed.document, repeats)
        const met = quantile(walls, 0.95) <= target ? 'met' : 'missed'
        console.log(`    ${name}: ${described(walls)}${isSlider ? `; p95 ${target} ms ${met}` : ''}`)
      }
    }
  }
}
