import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadHash64 } from '@/lib/ingest/hash64'
import { startMerges, stopMerges } from '@/lib/warehouse/testing'
import type { RunSummary } from '@/lib/scoring/engagement/run-summary'
import {
  type Prepared,
  expectParity,
  isUnpublishable,
  prepareCase,
  readScores,
  scoreInside,
} from './testing-parity'
import { anyCase, storePopulations } from './testing-population'

const CASES = Number(process.env.PARITY_CASES ?? 512)
const AT_ONCE = 3
const seed = Number(process.env.PARITY_SEED ?? Date.now() % 2 ** 31)

/** Several cases at once, as the engine has two cores to give. */
async function scoreAll(cases: readonly Prepared[]): Promise<Map<Prepared, RunSummary>> {
  const summaries = new Map<Prepared, RunSummary>()
  const waiting = [...cases]
  const work = async (_: unknown, worker: number) => {
    const tagged = { lane: worker % 2 === 0 ? 'jobs' : 'pages', tag: 'parity' } as const
    for (let one = waiting.pop(); one; one = waiting.pop()) summaries.set(one, await scoreInside(one, tagged))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return summaries
}

beforeAll(() => stopMerges('events'))
afterAll(() => startMerges('events'))

test(
  `the warehouse scores as the pure core does (${CASES} random models and histories, seed ${seed})`,
  { timeout: 300_000 },
  async () => {
    const hash = await loadHash64()
    const t0 = performance.now()
    const lap = (what: string) => console.log(what, Math.round(performance.now() - t0))
    const drawn = fc.sample(anyCase, { numRuns: CASES, seed })
    lap('drawn')
    const prepared = drawn.map((one, index) => prepareCase(one, `case ${index} of seed ${seed}`, index, hash))
    lap('prepared')
    await storePopulations(prepared)
    lap('stored')
    const summaries = await scoreAll(prepared)
    lap('scored')
    const inside = await readScores(prepared)
    lap('read')

    const seen = new Map<string, number>()
    const saw = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)
    for (const one of prepared) {
      const summary = summaries.get(one)
      if (!summary) throw new Error(`${one.where}: no summary`)
      const { keysApart, scores } = expectParity(one, { ...inside(one), summary })
      if (keysApart) saw('keys apart')
      for (const { state, tier, baseline, otherScore, blend } of scores) {
        saw(state)
        saw(`tier ${tier}`)
        saw(`stages ${baseline?.length}`)
        if (otherScore !== null) saw('other score')
        if (blend) saw('blend')
      }
    }
    expect(seen.get('keys apart') ?? 0).toBeLessThanOrEqual(CASES / 100)
    const wanted = ['scored', 'unknown', 'excluded', 'not-yet-seen', 'dormant', 'grace']
    wanted.push('tier t0', 'tier t2', 'stages 1', 'stages 2', 'other score', 'blend')
    expect([...seen.keys()]).toEqual(expect.arrayContaining(wanted))
  },
)
