import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadHash64 } from '@/lib/ingest/hash64'
import { startMerges, stopMerges } from '@/lib/warehouse/testing'
import type { RunSummary } from '@/lib/scoring/engagement/run-summary'
import { INSTANTS, type Prepared, expectParity, prepareCase, readScores, scoreInside } from './testing-parity'
import { anyCase, storePopulations } from './testing-population'

/** Random models, each over the histories until four instants. */
const MODELS = 128
const RUNS = MODELS * INSTANTS
const AT_ONCE = 3
const seed = Number(process.env.PARITY_SEED ?? Date.now() % 2 ** 31)

/** Several cases at once, as the engine has two cores to give. */
async function scoreAll(cases: readonly Prepared[]): Promise<Map<Prepared, RunSummary[]>> {
  const summaries = new Map<Prepared, RunSummary[]>()
  const waiting = cases.map((one, index) => ({ one, alone: index % 16 === 0 }))
  const work = async (_: unknown, worker: number) => {
    const tagged = { lane: worker % 2 === 0 ? 'jobs' : 'pages', tag: 'parity' } as const
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      summaries.set(next.one, await scoreInside(next.one, next.alone, tagged))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return summaries
}

beforeAll(() => stopMerges('events'))
afterAll(() => startMerges('events'))

test(
  `the warehouse scores as the pure core does (${RUNS} random models and histories, seed ${seed})`,
  { timeout: 600_000 },
  async () => {
    const hash = await loadHash64()
    const cases = fc
      .sample(anyCase, { numRuns: MODELS, seed })
      .map((one, index) => prepareCase(one, `case ${index} of seed ${seed}`, index, hash))
    await storePopulations(cases)
    const summaries = await scoreAll(cases)
    const inside = await readScores(cases)

    let keysApart = 0
    const seen = new Set<string>()
    for (const one of cases) {
      one.runs.forEach((run, index) => {
        const summary = summaries.get(one)?.[index]
        if (!summary) throw new Error(`${one.where}: no summary`)
        const compared = expectParity(one, run, { ...inside(one, run), summary })
        if (compared.keysApart) keysApart++
        for (const { state, tier, baseline, otherScore, blend } of compared.scores) {
          seen.add(state).add(`tier ${tier}`).add(`stages ${baseline?.length}`)
          if (otherScore !== null) seen.add('other score')
          if (blend) seen.add('blend')
        }
      })
    }
    expect(keysApart).toBeLessThanOrEqual(RUNS / 100)
    const wanted = ['scored', 'unknown', 'excluded', 'not-yet-seen', 'dormant', 'grace']
    wanted.push('tier t0', 'tier t2', 'stages 1', 'stages 2', 'other score', 'blend')
    expect([...seen]).toEqual(expect.arrayContaining(wanted))
  },
)
