import { type DocumentPath, placeInWords } from './document-problem'
import type { WrittenDocument } from './grammar/engagement'

export type NotYet = { path: DocumentPath; message: string }

type WrittenBehavior = WrittenDocument['behaviors'][number]

function notYet(path: DocumentPath, what: string, instead: string): NotYet {
  return { path, message: `${placeInWords(path)}: ${what} not available yet; ${instead}.` }
}

function populationNotYet({ exclude, graceDays }: WrittenDocument['population']): NotYet | null {
  if (exclude) {
    return notYet(
      ['population', 'exclude'],
      'excluding people by trait is',
      'use excludeEmailDomains or leave it out',
    )
  }
  if (graceDays > 0) return notYet(['population', 'graceDays'], 'days of grace are', 'use 0 or leave it out')
  return null
}

function behaviorNotYet({ match, measure, kernel, curve }: WrittenBehavior, index: number): NotYet | null {
  const at = (...rest: (string | number)[]) => ['behaviors', index, ...rest]
  const conditional = match.any.findIndex((matcher) => matcher.where.length > 0)
  if (conditional >= 0) {
    return notYet(
      at('match', 'any', conditional, 'where'),
      'conditions on properties are',
      'match by event name alone',
    )
  }
  if (measure.type === 'sum' || measure.type === 'first') {
    return notYet(at('measure', 'type'), `the measure "${measure.type}" is`, 'use "count", "days" or "once"')
  }
  if (kernel.type !== 'none') {
    return notYet(
      at('kernel', 'type'),
      `the recency kernel "${kernel.type}" is`,
      'use "none" or leave it out',
    )
  }
  if (curve.type !== 'linear') {
    return notYet(at('curve', 'type'), `the curve "${curve.type}" is`, 'use "linear" or leave it out')
  }
  return null
}

function weightingNotYet({ mode }: WrittenDocument['weighting']): NotYet | null {
  if (mode === 'heuristic' || mode === 'manual') return null
  return notYet(['weighting', 'mode'], `the weighting "${mode}" is`, 'use "heuristic" or "manual"')
}

function normalisationNotYet({ method, reference }: WrittenDocument['normalisation']): NotYet | null {
  if (method !== 'percentile') {
    return notYet(['normalisation', 'method'], `the method "${method}" is`, 'use "percentile"')
  }
  if (reference.type !== 'rolling') {
    return notYet(['normalisation', 'reference', 'type'], 'a frozen reference is', 'use "rolling"')
  }
  return null
}

function lifecycleNotYet({ blendDays }: WrittenDocument['lifecycle']): NotYet | null {
  if (blendDays === 0) return null
  return notYet(['lifecycle', 'blendDays'], 'blending between stages is', 'use 0 or leave it out')
}

/**
 * The first part of a well-formed document, in the document's order, that asks for what cannot be computed yet.
 * What it lets pass is exactly what `EngagementDocument` can express; outcomes are stored and not computed here.
 */
export function findNotYet(document: WrittenDocument): NotYet | null {
  return (
    populationNotYet(document.population) ??
    document.behaviors.map(behaviorNotYet).find((found) => found !== null) ??
    weightingNotYet(document.weighting) ??
    normalisationNotYet(document.normalisation) ??
    lifecycleNotYet(document.lifecycle)
  )
}
