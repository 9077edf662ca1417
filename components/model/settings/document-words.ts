import { conditionsInWords, matchInWords } from '@/lib/scoring/engagement/behavior-words'
import type { EngagementDocument } from '@/lib/scoring/engagement/document'
import { GRACE_DAYS_WHEN_ABSENT } from '@/lib/scoring/engagement/grammar/defaults'
import { dateInWords, daysInWords, numberInWords } from '@/lib/scoring/document/plain-words'
import type { ModelPart } from './model-parts'
import { percentOf } from './percent-of'

type Weighting = EngagementDocument['weighting']
type Normalisation = EngagementDocument['normalisation']

const modes: Record<Weighting['mode'], string> = {
  heuristic: 'heuristic, 1 · 3 · 5',
  manual: 'manual',
  rfm: 'RFM, by strategic value',
  logistic: 'logistic, fitted',
}

const methods: Record<Normalisation['method'], string> = {
  percentile: 'percentile',
  'min-max': 'min–max',
  'log-min-max': 'log min–max',
}

const zeros: Record<Normalisation['zeros'], string> = {
  bottom: 'at the bottom',
  midrank: 'at mid-rank',
  'active-only': 'left out (active only)',
}

const parted = (words: readonly (string | false | null)[]) => words.filter(Boolean).join('; ')

function weightingInWords({ mode, calibratedAt }: Weighting): string {
  return parted([modes[mode], calibratedAt !== null && `weights of ${dateInWords(calibratedAt)}`])
}

const domainsInWords = (domains: readonly string[]) =>
  `${domains.length} e-mail ${domains.length === 1 ? 'domain' : 'domains'} excluded`

function populationInWords(population: EngagementDocument['population']): string {
  const { activeWithinDays, excludeEmailDomains, exclude, graceDays } = population
  const grace = graceDays === 0 ? 'no grace' : `${daysInWords(graceDays)} of grace`
  return parted([
    `active in ${daysInWords(activeWithinDays)}`,
    excludeEmailDomains.length > 0 && domainsInWords(excludeEmailDomains),
    exclude && `people with ${conditionsInWords(exclude)} excluded`,
    graceDays !== GRACE_DAYS_WHEN_ABSENT && grace,
  ])
}

function normalisationInWords({ method, winsor, zeros: rule }: Normalisation): string {
  const level =
    method === 'percentile' ? '' : `, 100 at the ${numberInWords(percentOf(winsor))}% level of raw scores`
  return `${methods[method]}${level}, zeros ${zeros[rule]}`
}

const referenceInWords = ({ reference }: Normalisation): string =>
  reference.type === 'rolling' ? 'rolling' : `frozen, ${dateInWords(reference.asOf)}`

function lifecycleInWords({ stages, ownBaseline, blendDays }: EngagementDocument['lifecycle']): string {
  const names = stages.map(({ key, untilDay }) =>
    untilDay === null ? key : `${key} until day ${numberInWords(untilDay)}`,
  )
  const blend = blendDays === 0 ? 'no blend' : `${daysInWords(blendDays)} blend`
  return parted([
    names.join(', '),
    stages.length < 2 && 'one stage for everybody',
    stages.length > 1 && (ownBaseline ? `own baseline, ${blend}` : 'everybody compared together'),
  ])
}

function outcomesInWords({ retention, expansion }: EngagementDocument['outcomes']): string {
  const { match, fromDay, toDay } = retention
  const kept = `${matchInWords(match) || 'no event'}, days ${numberInWords(fromDay)} to ${numberInWords(toDay)}`
  return parted([
    kept,
    expansion &&
      `expansion ${matchInWords(expansion.match) || 'by no event'} within ${daysInWords(expansion.withinDays)}`,
  ])
}

const inWords: Record<ModelPart, (document: EngagementDocument) => string> = {
  name: ({ name }) => name.trim() || '–',
  window: ({ window }) => daysInWords(window.days),
  weighting: ({ weighting }) => weightingInWords(weighting),
  population: ({ population }) => populationInWords(population),
  normalisation: ({ normalisation }) => normalisationInWords(normalisation),
  zeros: ({ normalisation }) => zeros[normalisation.zeros],
  reference: ({ normalisation }) => referenceInWords(normalisation),
  lifecycle: ({ lifecycle }) => lifecycleInWords(lifecycle),
  tiers: ({ tiers }) => tiers.map(({ name, from }) => `${name} ${numberInWords(from)}`).join(', '),
  outcomes: ({ outcomes }) => outcomesInWords(outcomes),
}

/**
 * One part of a model in a few words: `active in 90 days; 2 e-mail domains excluded`. Takes what is just being typed as
 * well: an empty number box is a `–`.
 */
export function partInWords(part: ModelPart, document: EngagementDocument): string {
  return inWords[part](document)
}
