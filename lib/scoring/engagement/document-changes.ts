import { behaviorChanges } from './behavior-changes'
import { conditionsInWords, matchInWords } from './behavior-words'
import type { EngagementDocument, Stage, Tier } from './document'
import { type DocumentChange, fieldChange, isSame, listChanges } from '../document/document-change'
import type { DocumentPath } from '../document/document-problem'
import { dateInWords, daysInWords, numberInWords } from '../document/plain-words'

/** A field by its path, as `label before → after`; nothing where it is the same. */
function field<Value>(
  path: DocumentPath,
  before: Value,
  after: Value,
  label: string,
  words: (value: Value) => string,
  short = label,
): readonly DocumentChange[] {
  return isSame(before, after) ? [] : [fieldChange(path, [label, short], words(before), words(after))]
}

/** `Window 30 → 60 days`: the unit once. */
function days(path: DocumentPath, before: number, after: number, label: string): readonly DocumentChange[] {
  if (isSame(before, after)) return []
  return [fieldChange(path, [label, label], numberInWords(before), daysInWords(after))]
}

const quoted = (text: string) => `“${text}”`
const orNone = (text: string | null) => (text === null ? 'none' : quoted(text))
const onOff = (on: boolean) => (on ? 'on' : 'off')

const MOST_NAMED = 5
const named = (names: readonly string[]) =>
  names.length > MOST_NAMED ? `${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more` : names.join(', ') // prettier-ignore

function domainChanges(before: readonly string[], after: readonly string[]): readonly DocumentChange[] {
  if (isSame(before, after)) return []
  const added = after.filter((domain) => !before.includes(domain))
  const removed = before.filter((domain) => !after.includes(domain))
  const parts = [
    added.length > 0 ? `added ${named(added)}` : '',
    removed.length > 0 ? `removed ${named(removed)}` : '',
  ].filter(Boolean)
  const words = `Excluded e-mail domains: ${parts.join('; ') || 'reordered'}`
  return [{ path: ['population', 'excludeEmailDomains'], words, short: words }]
}

type Population = EngagementDocument['population']

function populationChanges(before: Population, after: Population): readonly DocumentChange[] {
  return [
    ...days(
      ['population', 'activeWithinDays'],
      before.activeWithinDays,
      after.activeWithinDays,
      'Active within',
    ),
    ...domainChanges(before.excludeEmailDomains, after.excludeEmailDomains),
    ...field(
      ['population', 'exclude'],
      before.exclude,
      after.exclude,
      'Excluded people: those with',
      (exclude) => (exclude ? conditionsInWords(exclude) : 'nothing named'),
      'Excluded people:',
    ),
    ...days(['population', 'graceDays'], before.graceDays, after.graceDays, 'Grace'),
  ]
}

type Weighting = EngagementDocument['weighting']

function weightingChanges(before: Weighting, after: Weighting): readonly DocumentChange[] {
  const at = (name: keyof Weighting) => ['weighting', name]
  return [
    ...field(at('mode'), before.mode, after.mode, 'Weights:', (mode) => mode),
    ...field(at('calibratedAt'), before.calibratedAt, after.calibratedAt, 'Weights calibrated:', (day) =>
      day === null ? 'never' : dateInWords(day),
    ),
    ...field(at('source'), before.source, after.source, 'Source of the weights:', orNone),
  ]
}

type Normalisation = EngagementDocument['normalisation']

const referenceInWords = (reference: Normalisation['reference']): string =>
  reference.type === 'rolling' ? 'rolling' : `frozen on ${dateInWords(reference.asOf)}`

const zerosInWords = { bottom: 'bottom', midrank: 'mid-rank', 'active-only': 'active only' } as const
const methodInWords = {
  percentile: 'percentile',
  'min-max': 'min–max',
  'log-min-max': 'log min–max',
} as const

function normalisationChanges(before: Normalisation, after: Normalisation): readonly DocumentChange[] {
  const at = (name: keyof Normalisation) => ['normalisation', name]
  return [
    ...field(at('method'), before.method, after.method, 'Scale:', (method) => methodInWords[method]),
    ...field(at('zeros'), before.zeros, after.zeros, 'Zeros:', (zeros) => zerosInWords[zeros]),
    ...field(at('winsor'), before.winsor, after.winsor, 'Level of the highest value', numberInWords),
    ...field(at('reference'), before.reference, after.reference, 'Reference:', referenceInWords),
  ]
}

const untilInWords = (untilDay: number | null) =>
  untilDay === null ? 'open end' : `until day ${numberInWords(untilDay)}`

function stageChanges(before: readonly Stage[], after: readonly Stage[]): readonly DocumentChange[] {
  return listChanges(before, after, {
    path: ['lifecycle', 'stages'],
    name: 'Stages',
    called: ({ key }) => `stage ${quoted(key)}`,
    details: ({ untilDay }) => untilInWords(untilDay),
    changed: (was, is, path) =>
      field([...path, 'untilDay'], was.untilDay, is.untilDay, `Stage ${quoted(is.key)}`, untilInWords),
  })
}

type Lifecycle = EngagementDocument['lifecycle']

function lifecycleChanges(before: Lifecycle, after: Lifecycle): readonly DocumentChange[] {
  return [
    ...stageChanges(before.stages, after.stages),
    ...field(
      ['lifecycle', 'ownBaseline'],
      before.ownBaseline,
      after.ownBaseline,
      'Stages compared apart:',
      onOff,
    ),
    ...days(['lifecycle', 'blendDays'], before.blendDays, after.blendDays, 'Blend'),
  ]
}

function strategyChange(was: Tier, is: Tier, path: DocumentPath): readonly DocumentChange[] {
  if (was.strategy === is.strategy) return []
  const done = was.strategy === null ? 'written' : is.strategy === null ? 'removed' : 'changed'
  const words = `${is.name}: strategy ${done}`
  return [{ path: [...path, 'strategy'], words, short: words }]
}

function tierChanges(before: readonly Tier[], after: readonly Tier[]): readonly DocumentChange[] {
  return listChanges(before, after, {
    path: ['tiers'],
    name: 'Tiers',
    called: ({ name }) => `tier ${name}`,
    details: ({ from }) => `from ${numberInWords(from)}`,
    changed: (was, is, path) => [
      ...field([...path, 'name'], was.name, is.name, 'Tier', quoted),
      ...field([...path, 'from'], was.from, is.from, `${is.name} from`, numberInWords),
      ...field(
        [...path, 'colour'],
        was.colour,
        is.colour,
        `${is.name}: colour`,
        (colour) => colour ?? 'usual',
      ),
      ...strategyChange(was, is, path),
    ],
  })
}

type Outcomes = EngagementDocument['outcomes']

const expansionInWords = (expansion: Outcomes['expansion']) =>
  expansion ? `${matchInWords(expansion.match)} within ${daysInWords(expansion.withinDays)}` : 'none'

function outcomeChanges(before: Outcomes, after: Outcomes): readonly DocumentChange[] {
  const between = ({ fromDay, toDay }: Outcomes['retention']) =>
    `${numberInWords(fromDay)} to ${numberInWords(toDay)}`
  const daysOf = ({ fromDay, toDay }: Outcomes['retention']) => ({ fromDay, toDay })
  const was = before.retention
  const is = after.retention
  const horizon = isSame(daysOf(was), daysOf(is))
    ? []
    : [
        fieldChange(
          ['outcomes', 'retention'],
          ['Retention: days', 'Retention days'],
          between(was),
          between(is),
        ),
      ]
  return [
    ...field(['outcomes', 'retention', 'match'], was.match, is.match, 'Retention:', matchInWords),
    ...horizon,
    ...field(['outcomes', 'expansion'], before.expansion, after.expansion, 'Expansion:', expansionInWords),
  ]
}

/**
 * The difference between two documents in the words of those who read it, behaviors first. It is complete: documents
 * without a change are equal. Paths are those of `to`. Takes drafts that are being typed as well.
 *
 * Example: `Ran a report: weight 5 → 3`, `Window 30 → 60 days`, `Reference: rolling → frozen on 12 Jan 2026`.
 */
export function documentChanges(from: EngagementDocument, to: EngagementDocument): readonly DocumentChange[] {
  return [
    ...field(['name'], from.name, to.name, 'Name', quoted),
    ...behaviorChanges(from.behaviors, to.behaviors),
    ...days(['window', 'days'], from.window.days, to.window.days, 'Window'),
    ...populationChanges(from.population, to.population),
    ...weightingChanges(from.weighting, to.weighting),
    ...normalisationChanges(from.normalisation, to.normalisation),
    ...lifecycleChanges(from.lifecycle, to.lifecycle),
    ...tierChanges(from.tiers, to.tiers),
    ...outcomeChanges(from.outcomes, to.outcomes),
  ]
}
