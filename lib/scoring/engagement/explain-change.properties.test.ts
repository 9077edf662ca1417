import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type StageBaseline, baselinesOf } from './baselines'
import type { EngagementDocument } from './document'
import { type Change, changeCauses, explainChange, rawsToPlace } from './explain-change'
import { DAY_MS } from './frame'
import { isMeasured, measurePerson } from './measure-person'
import type { Occurrence, PersonHistory } from './person-history'
import { placePerson } from './place-person'
import { rankKey } from './rank-key'
import { baselinesFromReference, referenceOf } from './reference'
import { scorePopulation } from './score-population'
import { stageAt } from './stage'
import { AS_OF, anyModel, anyPeople, frameOf } from './testing'

const CASES = 500
const seed = Number(process.env.PARITY_SEED ?? Date.now() % 2 ** 31)

/** When an event became known, by its number: from the start, before the later run, after it; or known and erased since. */
const fates = ['known', 'known', 'known', 'known', 'late', 'later', 'erased'] as const
type Fate = (typeof fates)[number]

const anyCase = fc.record({
  people: anyPeople,
  model: anyModel,
  /** Half of the time the version stays. */
  other: fc.option(anyModel, { freq: 2 }),
  days: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.double({ min: 0.01, max: 40, noNaN: true })),
  fates: fc.array(fc.constantFrom(...fates), { minLength: 1, maxLength: 40, size: 'max' }),
})

/** The population as it was known by some of its events. */
function known(people: readonly PersonHistory[], fateOf: (one: Occurrence) => Fate, which: readonly Fate[]) {
  return people.map((person) => ({
    ...person,
    occurrences: person.occurrences.filter((one) => which.includes(fateOf(one))),
  }))
}

function scoresAt(people: readonly PersonHistory[], model: EngagementDocument, asOf: number) {
  const frame = frameOf(model, asOf)
  const { reference } = model.normalisation
  const pinned = reference.type === 'frozen' ? frameOf(model, Date.parse(reference.asOf)) : frame
  const frozen = baselinesFromReference(referenceOf(people, model, pinned), model)
  const rolling = baselinesOf(people.map(measurePerson(model, frame)).filter(isMeasured), model)
  const baselines: readonly StageBaseline[] = reference.type === 'frozen' ? frozen : rolling
  return { frame, baselines, scores: scorePopulation(people, model, frame, frozen) }
}

test(`the steps of any change sum to it, in the printed order, whoever it is (seed ${seed})`, () => {
  let told = 0
  const causes = new Set<string>()
  fc.assert(
    fc.property(anyCase, ({ people, model, other, days, fates }) => {
      const earlier = AS_OF - Math.round(days * DAY_MS)
      const fateOf = ({ id }: Occurrence) => fates[[...id].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7) % fates.length] ?? 'known' // prettier-ignore
      const a = scoresAt(known(people, fateOf, ['known', 'erased']), model, earlier)
      const b = scoresAt(known(people, fateOf, ['known', 'late', 'erased']), other ?? model, AS_OF)
      const today = known(people, fateOf, ['known', 'late'])

      people.slice(0, 30).forEach((_, index) => {
        const [from, to] = [a.scores[index], b.scores[index]]
        if (from?.score == null || to?.score == null) return
        const side = (one: typeof from, at: typeof a, of: EngagementDocument) => ({
          model: of,
          asOf: at.frame.asOf,
          windowFrom: at.frame.windowFrom,
          raw: one.raw ?? 0,
          score: one.score ?? 0,
          tenure: one.tenureDays ?? 0,
          counts: index % 3 === 0 ? null : one.counts,
        })
        const { occurrences = [] } = today[index] ?? {}
        const change: Change = {
          before: side(from, a, model),
          after: side(to, b, other ?? model),
          movedFrom: frameOf(model, AS_OF).windowFrom,
          occurrences,
          late: new Set(occurrences.filter((one) => fateOf(one) === 'late').map(({ id }) => id)),
        }
        const asked = rawsToPlace(change)
        const steps = explainChange(change, (raw, tenure) => {
          if (!asked.includes(raw)) throw new Error(`nobody was told that ${raw} would be asked`)
          const stage = stageAt(tenure, model.lifecycle.stages)
          return placePerson({ tenure, stage, key: rankKey(raw) }, a.baselines, model).score
        })

        expect(steps.map(({ cause }) => cause)).toEqual(changeCauses)
        const sum = (what: 'raw' | 'score') => steps.reduce((total, step) => total + step[what], 0)
        expect(Math.abs(sum('raw') - (change.after.raw - change.before.raw))).toBeLessThanOrEqual(1e-9)
        expect(Math.abs(sum('score') - (to.score - from.score))).toBeLessThanOrEqual(1e-9)
        for (const { cause, raw, behaviors } of steps) {
          if (Math.abs(raw) > 1e-9) causes.add(cause)
          const own = behaviors.reduce((total, behavior) => total + behavior.raw, 0)
          if (cause !== 'corrections') expect(Math.abs(own - raw)).toBeLessThanOrEqual(1e-9)
        }
        told++
      })
    }),
    { numRuns: CASES, seed },
  )
  // Otherwise the generator tests nothing.
  expect(told).toBeGreaterThan(CASES)
  expect([...causes].sort()).toEqual(['ageing', 'corrections', 'left-window', 'new-occurrences', 'version'])
}, 60_000)
