import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadHash64 } from '@/lib/ingest/hash64'
import { DAY_MS } from '@/lib/scoring/engagement/frame'
import { warehouse } from '@/lib/warehouse/client'
import { frameAt } from '../frame'
import { pointsBetween } from '../instants'
import { ask } from '../testing'
import { type Prepared, prepareCase } from '../testing-parity'
import { anyCase, storePopulations } from '../testing-population'
import { countBehaviors } from './count-behaviors'
import { personRanges } from './person-ranges'

const CASES = 8
const POINTS = 6
const seed = Number(process.env.PARITY_SEED ?? Date.now() % 2 ** 31)

type Row = { run_id: string; person_id: string; counts: number[] }

/** Local Mondays, the newest within a week of the case's instant. */
function mondays({ runs, zone, model }: Prepared) {
  const asOf = runs[0]?.asOf ?? new Date()
  const found = pointsBetween(new Date(asOf.getTime() - POINTS * 7 * DAY_MS), asOf, 'week', zone, POINTS)
  return found.map((point) => ({ run: randomUUID(), frame: frameAt(model, point, zone) }))
}

type Points = ReturnType<typeof mondays>

async function count(one: Prepared, points: Points, keepCounts: boolean | boolean[], ranges: number) {
  for (const range of personRanges(ranges * 2_500_000)) {
    const { sql, params } = countBehaviors(one.model, points, {
      workspace: one.workspace,
      zone: one.zone,
      range,
      hasMerges: one.merges.length > 0,
      keepCounts,
    })
    await warehouse().command({ query: sql, query_params: params })
  }
}

async function rowsOf(points: Points) {
  const rows = await ask<Row>(
    'SELECT * EXCEPT (workspace_id) FROM run_counts WHERE run_id IN {runs:Array(UUID)} ORDER BY person_id',
    { runs: points.map(({ run }) => run) },
  )
  return points.map(({ run }) => rows.filter((row) => row.run_id === run))
}

const withoutRun = (rows: readonly Row[]) => rows.map((row) => ({ ...row, run_id: '' }))

test(
  `many instants are counted together to the bit as each by itself (${CASES} random models, seed ${seed})`,
  { timeout: 300_000 },
  async () => {
    const hash = await loadHash64()
    const cases = fc
      .sample(anyCase, { numRuns: CASES, seed })
      .map((one, index) => prepareCase(one, `case ${index} of seed ${seed}`, index, hash))
    await storePopulations(cases)
    for (const one of cases) {
      const together = mondays(one)
      expect(together.length, one.where).toBe(POINTS)
      // Given in any order; counts are kept of one of them.
      await count(
        one,
        together.toReversed(),
        together.map((_, index) => index === 1),
        2,
      )
      const counted = await rowsOf(together)
      const alone = together.map((point) => ({ ...point, run: randomUUID() }))
      for (const point of alone) await count(one, [point], true, 1)
      const expected = await rowsOf(alone)
      counted.forEach((rows, index) => {
        const kept = index === POINTS - 2
        const stripped = expected[index]?.map((row) => ({ ...row, counts: kept ? row.counts : [] })) ?? []
        expect(withoutRun(rows), `${one.where}, point ${index}`).toEqual(withoutRun(stripped))
      })
    }
  },
)

test('windows that overtake each other are not counted together', () => {
  const frame = { asOf: 100, windowFrom: 50, activeFrom: 0 }
  const points = [frame, { ...frame, asOf: 110, windowFrom: 40 }].map((one) => ({
    run: randomUUID(),
    frame: one,
  }))
  const [first] = fc.sample(anyCase, { numRuns: 1, seed })
  const [range] = personRanges(0)
  if (!first || !range) throw new Error('nothing was drawn')
  const work = { workspace: randomUUID(), zone: 'UTC', range, hasMerges: false, keepCounts: true }
  expect(() => countBehaviors(first.model, points, work)).toThrow('overtake')
})
