import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pearson } from '../../stats/correlation'
import { median } from '../../stats/median'
import { capped } from '../cap'
import { curved } from '../curve'
import type { EngagementDocument } from '../document'
import type { PersonHistory } from '../person-history'
import type { PersonScore } from '../person-score'
import { baselinesFromReference, referenceOf } from '../reference'
import { summariseRun } from '../run-summary'
import { scorePopulation } from '../score-population'
import { scoringBehaviors } from '../scoring-behaviors'
import { anyModel, anyPeople, frameOf } from '../testing'
import { compileWhatIf } from './compile-what-if'
import { liveScoresOf, populationOf } from './testing-population'
import { TOGETHER_FROM } from './together'
import { zerosRules } from './zero-rules'

const CASES = 250
const seed = Number(process.env.PARITY_SEED ?? Date.now() % 2 ** 31)

/** The day that a frozen reference of the model, or of a draft of it, is of. */
function pinnedDay({ normalisation: { reference } }: EngagementDocument): string {
  return reference.type === 'frozen' ? reference.asOf : '2026-05-01'
}

const pinnedFrame = (model: EngagementDocument) => frameOf(model, Date.parse(pinnedDay(model)))

/** The core, person by person: what every number of the engine is held against. */
function scoredByCore(people: readonly PersonHistory[], model: EngagementDocument, frame = frameOf(model)) {
  const isFrozen = model.normalisation.reference.type === 'frozen'
  const frozen = isFrozen
    ? baselinesFromReference(referenceOf(people, model, pinnedFrame(model)), model)
    : undefined
  const scores = scorePopulation(people, model, frame, frozen)
  return { scores, summary: { ...summariseRun(scores, model, frozen), other: null } }
}

function engineOf(people: readonly PersonHistory[], model: EngagementDocument, live?: PersonScore[]) {
  return compileWhatIf(populationOf(people, model, frameOf(model)), {
    reference: populationOf(people, model, pinnedFrame(model)),
    live: live && liveScoresOf(live, model),
  })
}

/** The document with the weights, caps, curves, stages, tiers and all else of another that needs no new counting. */
function redrawn(model: EngagementDocument, other: EngagementDocument): EngagementDocument {
  const { window, population, name, outcomes } = model
  const isFrozen = other.normalisation.reference.type === 'frozen'
  const reference = isFrozen
    ? { type: 'frozen' as const, asOf: pinnedDay(model) }
    : { type: 'rolling' as const }
  return {
    ...other,
    ...{ name, window, population, outcomes },
    normalisation: { ...other.normalisation, reference },
    behaviors: model.behaviors.map((behavior, j) => {
      const { weight, cap, curve, enabled, value } = other.behaviors[j % other.behaviors.length] ?? behavior
      return { ...behavior, weight, cap, curve, enabled, value }
    }),
  }
}

const cases = fc.sample(fc.tuple(anyModel, anyPeople, anyModel), { numRuns: CASES, seed })

type Property = (
  model: EngagementDocument,
  people: readonly PersonHistory[],
  draft: EngagementDocument,
) => void

/** Checks every case; one that fails is drawn again and made as small as it gets. */
function everywhere(holds: Property) {
  try {
    for (const [model, people, other] of cases) holds(model, people, redrawn(model, other))
  } catch (failure) {
    const again = fc.property(anyModel, anyPeople, anyModel, (model, people, other) =>
      holds(model, people, redrawn(model, other)),
    )
    fc.assert(again, { numRuns: CASES, seed })
    throw failure
  }
}

describe(`for ${CASES} models and populations (seed ${seed})`, { timeout: 120_000 }, () => {
  it('everybody has the score, tier and terms of a published run, and the summary is its summary', () => {
    everywhere((model, people) => {
      const { scores, summary } = scoredByCore(people, model)
      const { whatIf, scoreOf, tierOf, termsOf } = engineOf(people, model)(model)
      expect(scores.map((_, i) => scoreOf(i))).toEqual(scores.map(({ score }) => score))
      expect(scores.map((_, i) => model.tiers[tierOf(i)]?.key ?? null)).toEqual(
        scores.map(({ tier }) => tier),
      )
      expect(scores.map((_, i) => termsOf(i))).toEqual(scores.map(({ terms }) => terms ?? []))
      expect(whatIf.summary).toEqual(summary)
    })
  })

  it('so it is for a second document and again for the first, whatever was kept in between', () => {
    everywhere((model, people, draft) => {
      const evaluate = engineOf(people, model)
      for (const document of [model, draft, model, draft]) {
        const { scores, summary } = scoredByCore(people, document)
        const { whatIf, scoreOf } = evaluate(document)
        expect(scores.map((_, i) => scoreOf(i))).toEqual(scores.map(({ score }) => score))
        expect(whatIf.summary).toEqual(summary)
      }
    })
  })

  it('every zeros rule has the zeros and tiers of a run under it', () => {
    everywhere((model, people) => {
      const expected = zerosRules.map((rule) => {
        const under = { ...model, normalisation: { ...model.normalisation, zeros: rule } }
        const { zeros, tiers } = scoredByCore(people, under).summary
        return { rule, zeros, tiers }
      })
      expect(engineOf(people, model)(model).whatIf.zeroRules).toEqual(expected)
    })
  })

  it('who changes tier is who does, counted one by one', () => {
    everywhere((model, people, draft) => {
      const live = [...scorePopulation(people, model, frameOf(model), baselinesFromReference(referenceOf(people, model, pinnedFrame(model)), model))] // prettier-ignore
      // As in a workspace where somebody has been scored since, and somebody no longer is.
      const since = live.map((one, i) => (i % 7 === 3 ? { ...one, score: null, tier: null } : one))
      const { scores } = scoredByCore(people, draft)
      const { change } = engineOf(people, model, since)(draft).whatIf
      const [from, to] = [model.tiers, draft.tiers].map((tiers) => tiers.map(({ key }) => key))
      const sameKeys = from?.join() === to?.join()
      const crossings = scores.map((after, i) => {
        const before = since[i]?.tier ?? null
        return { before: from?.indexOf(before ?? '') ?? -1, after: to?.indexOf(after.tier ?? '') ?? -1 }
      })
      const ascents = crossings.flatMap(({ before, after }) => {
        if (before < 0 || after < 0) return []
        return sameKeys
          ? [after - before]
          : [(draft.tiers[after]?.from ?? 0) - (model.tiers[before]?.from ?? 0)]
      })
      expect(change).toEqual({
        n: ascents.length,
        up: ascents.filter((ascent) => ascent > 0).length,
        down: ascents.filter((ascent) => ascent < 0).length,
        same: ascents.filter((ascent) => ascent === 0).length,
        entered: crossings.filter(({ before, after }) => before < 0 && after >= 0).length,
        left: crossings.filter(({ before, after }) => before >= 0 && after < 0).length,
        matrix: model.tiers.map((_, b) =>
          draft.tiers.map(
            (__, a) => crossings.filter(({ before, after }) => before === b && after === a).length,
          ),
        ),
      })
    })
  })

  it('movers are those who move most, with the behavior whose term changed most that way', () => {
    everywhere((model, people, draft) => {
      const live = [...scorePopulation(people, model, frameOf(model), baselinesFromReference(referenceOf(people, model, pinnedFrame(model)), model))] // prettier-ignore
      const { scores } = scoredByCore(people, draft)
      const { movers } = engineOf(people, model, live)(draft)
      for (const [direction, sign] of [
        ['up', 1],
        ['down', -1],
      ] as const) {
        // prettier-ignore
        const moves = scores
          .flatMap(({ score }, index) => {
            const before = live[index]?.score ?? null
            return before === null || score === null ? [] : [{ index, before, after: score }]
          })
          .filter(({ before, after }) => (after - before) * sign > 0)
          .sort((a, b) => (b.after - b.before - (a.after - a.before)) * sign || a.index - b.index)
        for (const limit of [0, 1, 5, Infinity]) {
          const found = movers(direction, limit)
          expect(found.map(({ index, before, after }) => ({ index, before, after }))).toEqual(
            moves.slice(0, limit),
          )
        }
        for (const { index, reason } of movers(direction, 3)) {
          const changes = draft.behaviors.map(
            (_, j) => ((scores[index]?.terms?.[j] ?? 0) - (live[index]?.terms?.[j] ?? 0)) * sign,
          )
          const largest = Math.max(...changes)
          const j = changes.indexOf(largest)
          expect(reason).toEqual(
            largest > 0
              ? {
                  key: draft.behaviors[j]?.key,
                  name: draft.behaviors[j]?.name,
                  counted: scores[index]?.counts?.[j],
                  termBefore: live[index]?.terms?.[j],
                  termAfter: scores[index]?.terms?.[j],
                }
              : null,
          )
        }
      }
    })
  })

  it('facts and correlations of behaviors are those of the people with a score', () => {
    everywhere((model, people) => {
      const scored = scoredByCore(people, model).scores.filter(({ state }) => state === 'scored')
      const countsOf = (j: number) => scored.map(({ counts }) => counts?.[j] ?? 0)
      const { behaviors, together } = engineOf(people, model)(model).whatIf
      expect(behaviors).toEqual(
        model.behaviors.map(({ key }, j) => {
          const did = countsOf(j).filter((n) => n > 0)
          const share = scored.length === 0 ? null : did.length / scored.length
          return { key, people: did.length, share, median: median(did) }
        }),
      )
      const valuesOf = (j: number) => {
        const behavior = scoringBehaviors(model)[j]
        return behavior ? countsOf(j).map((n) => curved(capped(n, behavior.cap), behavior.curve)) : []
      }
      const pairs = model.behaviors.flatMap((a, j) =>
        model.behaviors.slice(j + 1).flatMap((b, k) => {
          const r = a.enabled && b.enabled ? pearson(valuesOf(j), valuesOf(j + 1 + k)) : null
          return r !== null && r >= TOGETHER_FROM ? [{ a: a.key, b: b.key, r }] : []
        }),
      )
      expect(together).toEqual(pairs.sort((a, b) => b.r - a.r))
    })
  })

  it('nothing that is handed in is changed', () => {
    everywhere((model, people, draft) => {
      const population = populationOf(people, model, frameOf(model))
      const reference = populationOf(people, model, pinnedFrame(model))
      const before = structuredClone({ population, reference, model, draft })
      const evaluate = compileWhatIf(population, { reference })
      evaluate(model)
      evaluate(draft)
      expect({ population, reference, model, draft }).toEqual(before)
    })
  })
})
