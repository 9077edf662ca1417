// The what-if engine by itself: a weight is moved, everybody is scored again, compared with the live run, and the twenty
// largest moves each way are found. Nobody's raw score is another's.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { described, quantile } from './measure.mjs'

const root = path.resolve(import.meta.dirname, '..')
const engine = path.join(root, 'lib/scoring/engagement')
const behaviors = 10
const movers = 20

/** The engine as it is, bundled for Node. */
async function loadEngine() {
  const dir = mkdtempSync(path.join(tmpdir(), 'gravitas-what-if-'))
  const outfile = path.join(dir, 'engine.mjs')
  const contents = [
    `export { compileWhatIf } from './what-if/compile-what-if'`,
    `export { countKey } from './what-if/population'`,
    `export { parseEngagementDocument } from './document'`,
  ].join('\n')
  await build({
    stdin: { contents, resolveDir: engine },
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

/** Random numbers of a seed, so that every measurement is of the same people. */
function randomNumbers(seed) {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

/** Ten behaviors of every curve but the saturating one, half of them capped, percentiles, two stages with a blend. */
function documentOf({ parseEngagementDocument }) {
  const curves = ['log', 'sqrt', 'log', 'linear', 'sqrt']
  const parsed = parseEngagementDocument({
    kind: 'engagement',
    name: 'Bench',
    behaviors: Array.from({ length: behaviors }, (_, j) => ({
      key: `b${j}`,
      match: { events: [`event ${j}`] },
      kernel: { type: 'half-life', days: 14 },
      weight: [1, 3, 5][j % 3],
      cap: j % 2 === 0 ? 200 : null,
      curve: { type: curves[j % curves.length] },
    })),
  })
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.document
}

/** Counts with a long tail that fade with age, a third of them none; most people of a few months, many of them new. */
function populationOf(size, document, { countKey }) {
  const next = randomNumbers(size)
  const column = () =>
    Float64Array.from({ length: size }, () =>
      next() < 1 / 3 ? 0 : Math.exp(4 * next() * next()) * next() * 3,
    )
  const everybodyDoes = Float64Array.from({ length: size }, () => next() * 20)
  return {
    size,
    states: new Uint8Array(size),
    tenures: Float64Array.from({ length: size }, () => 3 - Math.log(next()) * 150),
    counts: new Map(document.behaviors.map((one, j) => [countKey(one), j === 0 ? everybodyDoes : column()])),
  }
}

function liveOf(population, document, { compileWhatIf }) {
  const { scoreOf, tierOf } = compileWhatIf(population)(document)
  return {
    document,
    scores: Float64Array.from({ length: population.size }, (_, i) => scoreOf(i) ?? NaN),
    tiers: Int8Array.from({ length: population.size }, (_, i) => tierOf(i)),
    counts: population.counts,
  }
}

const changed = (document, turn, change) => ({
  ...document,
  behaviors: document.behaviors.map((one, j) => (j === turn % behaviors ? { ...one, ...change } : one)),
})

/** What is moved, a little further each turn. Another cap makes another column, and compares it with the others. */
const drags = {
  'a weight': (document, turn) => changed(document, turn, { weight: 0.4 + ((turn + 7) % 11) * 0.5 }),
  'a cap': (document, turn) => changed(document, turn, { cap: 3 + (turn % 17) }),
}

/** Wall and CPU milliseconds of each evaluation with both lists of movers. */
function measured(evaluate, drag, document, size, repeats) {
  const samples = { walls: [], cpus: [] }
  for (let turn = -5; turn < repeats; turn++) {
    const draft = drag(document, turn + 5)
    const cpu = process.cpuUsage()
    const started = performance.now()
    const { whatIf, movers: moversOf } = evaluate(draft)
    const found = moversOf('up', movers).length + moversOf('down', movers).length
    const wall = performance.now() - started
    const { user, system } = process.cpuUsage(cpu)
    if (whatIf.change?.n !== size || found < movers) throw new Error('Somebody is missing.')
    if (turn < 0) continue
    samples.walls.push(wall)
    samples.cpus.push((user + system) / 1000)
  }
  return samples
}

export async function whatIf() {
  const loaded = await loadEngine()
  const document = documentOf(loaded)
  for (const [size, repeats, target] of [
    [10_000, 300, 8],
    [100_000, 100, 60],
    [1_000_000, 40, 200],
  ]) {
    const population = populationOf(size, document, loaded)
    const live = liveOf(population, document, loaded)
    const started = performance.now()
    const evaluate = loaded.compileWhatIf(population, { live })
    evaluate(document)
    console.log(`  ${size.toLocaleString('en')} people, first ${(performance.now() - started).toFixed(0)} ms`)
    for (const [name, drag] of Object.entries(drags)) {
      const { walls, cpus } = measured(evaluate, drag, document, size, repeats)
      const met = quantile(walls, 0.95) <= target ? 'met' : 'missed'
      console.log(`    ${name}: ${described(walls)}; CPU ${described(cpus)}; p95 ${target} ms ${met}`)
    }
  }
}
