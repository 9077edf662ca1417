import type { DocumentPath } from '../document/document-problem'

/** A variant of the grammar, written well and written badly. */
export type DocumentExample = {
  valid: unknown
  invalid: unknown
  /** Where the bad one is refused. */
  path: DocumentPath
  /** The rule ties fields together, so a JSON Schema does not hold it. */
  acrossFields?: true
}

const behavior = { key: 'report', match: { events: ['Report Run'] }, weight: 5 }

const having = (part: object) => ({
  kind: 'engagement',
  name: 'Product engagement',
  behaviors: [behavior],
  ...part,
})
const doing = (part: object) => having({ behaviors: [{ ...behavior, ...part }] })
const matching = (match: unknown) => doing({ match })
const where = (...conditions: unknown[]) => matching({ any: [{ event: 'Report Run', where: conditions }] })
const excluding = (exclude: unknown) => having({ population: { exclude } })
const normalised = (part: object) => having({ normalisation: part })
const living = (lifecycle: object) => having({ lifecycle })
const retained = (retention: object) => having({ outcomes: { retention } })
const tiersFrom = (...starts: unknown[]) =>
  having({ tiers: starts.map((from, t) => ({ key: `t${t}`, from })) })
const ofTier = (part: object) =>
  having({
    tiers: [
      { key: 'low', from: 0 },
      { key: 'mid', from: 20, ...part },
      { key: 'high', from: 80 },
    ],
  })

const ofBehavior = (...rest: (string | number)[]): DocumentPath => ['behaviors', 0, ...rest]
const ofMatcher = (...rest: (string | number)[]): DocumentPath => ofBehavior('match', 'any', 0, ...rest)
const ofCondition = (...rest: (string | number)[]): DocumentPath => ofMatcher('where', 0, ...rest)
const ofExclusion = (...rest: (string | number)[]): DocumentPath => ['population', 'exclude', ...rest]

const valued = { ...behavior, value: 4 }

/** The part that is refused is the value beside `path`: what stands there in the bad document. */
function example(valid: unknown, invalid: unknown, path: DocumentPath, acrossFields?: true): DocumentExample {
  return { valid, invalid, path, acrossFields }
}

const document: Record<string, DocumentExample> = {
  kind: example(having({}), having({ kind: 'loyalty' }), ['kind']),
  name: example(having({ name: 'B2B' }), having({ name: ' ' }), ['name']),
  'no unknown part': example(having({}), having({ scoring: {} }), ['scoring']),
  window: example(having({ window: { days: 7 } }), having({ window: { days: 0 } }), ['window', 'days']),
}

const population: Record<string, DocumentExample> = {
  'active within': example(
    having({ population: { activeWithinDays: 28 } }),
    having({ population: { activeWithinDays: 1.5 } }),
    ['population', 'activeWithinDays'],
  ),
  'excluded domains': example(
    having({ population: { excludeEmailDomains: ['example.org'] } }),
    having({ population: { excludeEmailDomains: ['me@example.org'] } }),
    ['population', 'excludeEmailDomains', 0],
  ),
  'excluded by a trait': example(
    excluding({ property: 'plan', op: 'eq', value: 'internal' }),
    excluding({ property: 'plan', op: 'eq' }),
    ofExclusion('value'),
  ),
  'excluded by several traits': example(
    excluding({ where: [{ property: 'seats', op: 'lt', value: 2 }], join: 'any' }),
    excluding({ where: [{ property: 'seats', op: 'lt', value: 'two' }], join: 'any' }),
    ofExclusion('where', 0, 'value'),
  ),
  'excluded by nothing': example(excluding(null), excluding({ where: [] }), ofExclusion('where')),
  grace: example(having({ population: { graceDays: 2.5 } }), having({ population: { graceDays: -1 } }), [
    'population',
    'graceDays',
  ]),
}

const behaviors: Record<string, DocumentExample> = {
  'behavior key': example(doing({ key: 'a' }), doing({ key: '' }), ofBehavior('key')),
  'keys that differ': example(
    having({ behaviors: [behavior, { ...behavior, key: 'other' }] }),
    having({ behaviors: [behavior, behavior] }),
    ['behaviors', 1, 'key'],
    true,
  ),
  'at least one behavior': example(having({}), having({ behaviors: [] }), ['behaviors']),
  'behavior name': example(doing({ name: 'Ran a report' }), doing({ name: 3 }), ofBehavior('name')),
  enabled: example(doing({ enabled: false }), doing({ enabled: 'no' }), ofBehavior('enabled')),
  'strategic value': example(doing({ value: 5 }), doing({ value: 6 }), ofBehavior('value')),
  weight: example(doing({ weight: -2.5 }), doing({ weight: '5' }), ofBehavior('weight')),
  cap: example(doing({ cap: 20 }), doing({ cap: 0 }), ofBehavior('cap')),
  'no cap': example(doing({ cap: null }), doing({ cap: 'none' }), ofBehavior('cap')),
  'no unknown field': example(doing({}), doing({ wieght: 1 }), ofBehavior('wieght')),
}

const matches: Record<string, DocumentExample> = {
  'match, short': example(
    matching({ events: ['a', 'b'] }),
    matching({ events: [] }),
    ofBehavior('match', 'events'),
  ),
  'match, long': example(
    matching({ any: [{ event: 'a' }, { event: 'b' }] }),
    matching({ any: [{ where: [] }] }),
    ofMatcher('event'),
  ),
  'match, one of the forms': example(
    matching({ events: ['a'] }),
    matching({ events: ['a'], any: [{ event: 'b' }] }),
    ofBehavior('match', 'events'),
    true,
  ),
  'match, any activity': example(matching({ events: ['*'] }), matching('*'), ofBehavior('match')),
  'join all': example(
    matching({ any: [{ event: 'a', join: 'all' }] }),
    matching({ any: [{ event: 'a', join: 'both' }] }),
    ofMatcher('join'),
  ),
  'join any': example(
    matching({ any: [{ event: 'a', join: 'any' }] }),
    matching({ any: [{ event: 'a', join: true }] }),
    ofMatcher('join'),
  ),
}

/** A good value and a bad one of every op that takes one. */
const operands: Record<string, [good: unknown, bad: unknown]> = {
  eq: ['pro', ['pro']],
  ne: [true, null],
  lt: [2, '2'],
  lte: [-1.5, false],
  gt: [0, null],
  gte: [1e6, '1e6'],
  contains: ['pro', ''],
}

const conditions: Record<string, DocumentExample> = {
  ...Object.fromEntries(
    Object.entries(operands).map(([op, [good, bad]]) => [
      `op ${op}`,
      example(
        where({ property: 'plan', op, value: good }),
        where({ property: 'plan', op, value: bad }),
        ofCondition('value'),
      ),
    ]),
  ),
  'op exists': example(
    where({ property: 'plan', op: 'exists' }),
    where({ property: 'plan', op: 'exists', value: true }),
    ofCondition('value'),
  ),
  'op, one of these': example(
    where({ property: 'plan', op: 'exists' }),
    where({ property: 'plan', op: 'like', value: 'p' }),
    ofCondition('op'),
  ),
  'property of a condition': example(
    where({ property: 'plan', op: 'exists' }),
    where({ property: ' ', op: 'exists' }),
    ofCondition('property'),
  ),
}

const measures: Record<string, DocumentExample> = {
  ...Object.fromEntries(
    ['count', 'days', 'once', 'first'].map((type) => [
      `measure ${type}`,
      example(
        doing({ measure: { type } }),
        doing({ measure: { type, property: 'rows' } }),
        ofBehavior('measure', 'property'),
      ),
    ]),
  ),
  'measure sum': example(
    doing({ measure: { type: 'sum', property: 'rows' } }),
    doing({ measure: { type: 'sum' } }),
    ofBehavior('measure', 'property'),
  ),
  'measure, one of these': example(
    doing({ measure: { type: 'count' } }),
    doing({ measure: { type: 'mean' } }),
    ofBehavior('measure', 'type'),
  ),
}

const kernels: Record<string, DocumentExample> = {
  'kernel none': example(
    doing({ kernel: { type: 'none' } }),
    doing({ kernel: { type: 'none', days: 3 } }),
    ofBehavior('kernel', 'days'),
  ),
  ...Object.fromEntries(
    ['half-life', 'linear', 'step'].map((type) => [
      `kernel ${type}`,
      example(
        doing({ kernel: { type, days: 14 } }),
        doing({ kernel: { type, days: 0 } }),
        ofBehavior('kernel', 'days'),
      ),
    ]),
  ),
  'kernel power': example(
    doing({ kernel: { type: 'power', gravity: 1.5 } }),
    doing({ kernel: { type: 'power', gravity: -1 } }),
    ofBehavior('kernel', 'gravity'),
  ),
  'kernel, one of these': example(
    doing({ kernel: { type: 'none' } }),
    doing({ kernel: { type: 'exponential', days: 3 } }),
    ofBehavior('kernel', 'type'),
  ),
}

const curves: Record<string, DocumentExample> = {
  ...Object.fromEntries(
    ['linear', 'log', 'sqrt'].map((type) => [
      `curve ${type}`,
      example(doing({ curve: { type } }), doing({ curve: { type, k: 3 } }), ofBehavior('curve', 'k')),
    ]),
  ),
  'curve saturating': example(
    doing({ curve: { type: 'saturating', k: 3 } }),
    doing({ curve: { type: 'saturating' } }),
    ofBehavior('curve', 'k'),
  ),
  'curve, one of these': example(
    doing({ curve: { type: 'log' } }),
    doing({ curve: { type: 'ln' } }),
    ofBehavior('curve', 'type'),
  ),
}

const weighting: Record<string, DocumentExample> = {
  ...Object.fromEntries(
    ['heuristic', 'manual', 'logistic'].map((mode) => [
      `mode ${mode}`,
      example(having({ weighting: { mode } }), having({ weighting: { mode: mode.toUpperCase() } }), [
        'weighting',
        'mode',
      ]),
    ]),
  ),
  'mode rfm': example(
    having({ weighting: { mode: 'rfm' }, behaviors: [valued] }),
    having({ weighting: { mode: 'rfm' } }),
    ofBehavior('value'),
    true,
  ),
  'day of the weights': example(
    having({ weighting: { calibratedAt: '2026-01-31' } }),
    having({ weighting: { calibratedAt: '31.1.2026' } }),
    ['weighting', 'calibratedAt'],
  ),
  'source of the weights': example(
    having({ weighting: { source: 'a workshop' } }),
    having({ weighting: { source: ['a workshop'] } }),
    ['weighting', 'source'],
  ),
}

const normalisation: Record<string, DocumentExample> = {
  ...Object.fromEntries(
    ['percentile', 'min-max', 'log-min-max'].map((method) => [
      `method ${method}`,
      example(normalised({ method }), normalised({ method: method.replace('m', 'n') + ' ' }), [
        'normalisation',
        'method',
      ]),
    ]),
  ),
  ...Object.fromEntries(
    ['bottom', 'midrank', 'active-only'].map((zeros) => [
      `zeros ${zeros}`,
      example(normalised({ zeros }), normalised({ zeros: [zeros] }), ['normalisation', 'zeros']),
    ]),
  ),
  winsor: example(normalised({ winsor: 0.95 }), normalised({ winsor: 0 }), ['normalisation', 'winsor']),
  'reference rolling': example(
    normalised({ reference: { type: 'rolling' } }),
    normalised({ reference: { type: 'rolling', asOf: '2026-01-12' } }),
    ['normalisation', 'reference', 'asOf'],
  ),
  'reference frozen at a day': example(
    normalised({ reference: { type: 'frozen', asOf: '2026-01-12' } }),
    normalised({ reference: { type: 'frozen' } }),
    ['normalisation', 'reference', 'asOf'],
  ),
  'reference frozen at an instant': example(
    normalised({ reference: { type: 'frozen', asOf: '2026-01-12T00:00:00+01:00' } }),
    normalised({ reference: { type: 'frozen', asOf: '2026-01-12 00:00' } }),
    ['normalisation', 'reference', 'asOf'],
  ),
  'reference, one of these': example(
    normalised({ reference: { type: 'rolling' } }),
    normalised({ reference: { type: 'pinned' } }),
    ['normalisation', 'reference', 'type'],
  ),
}

const lifecycle: Record<string, DocumentExample> = {
  'own baseline': example(living({ ownBaseline: false }), living({ ownBaseline: 'no' }), [
    'lifecycle',
    'ownBaseline',
  ]),
  'one stage': example(living({ stages: [{ key: 'all' }] }), living({ stages: [] }), ['lifecycle', 'stages']),
  'several stages': example(
    living({ stages: [{ key: 'new', untilDay: 30 }, { key: 'settled', untilDay: 365 }, { key: 'old' }] }),
    living({ stages: [{ key: 'new', untilDay: 30 }, { key: 'settled', untilDay: 20 }, { key: 'old' }] }),
    ['lifecycle', 'stages', 1, 'untilDay'],
    true,
  ),
  'end of a stage': example(
    living({ stages: [{ key: 'new', untilDay: 30 }, { key: 'old' }] }),
    living({ stages: [{ key: 'new', untilDay: '30' }, { key: 'old' }] }),
    ['lifecycle', 'stages', 0, 'untilDay'],
  ),
  blend: example(living({ blendDays: 0 }), living({ blendDays: null }), ['lifecycle', 'blendDays']),
}

const tiers: Record<string, DocumentExample> = {
  'three tiers': example(tiersFrom(0, 20, 80), tiersFrom(0, 20), ['tiers']),
  'five tiers': example(tiersFrom(0, 10, 20, 30, 99.5), tiersFrom(0, 1, 2, 3, 4, 5), ['tiers']),
  'tiers from 0': example(tiersFrom(0, 1, 2), tiersFrom(1, 2, 3), ['tiers', 0, 'from'], true),
  'tiers that rise': example(tiersFrom(0, 20, 80), tiersFrom(0, 80, 20), ['tiers', 2, 'from'], true),
  'tiers below 100': example(tiersFrom(0, 20, 99.9), tiersFrom(0, 20, 100), ['tiers', 2, 'from']),
  'tier name': example(ofTier({ name: 'Middle' }), ofTier({ name: '' }), ['tiers', 1, 'name']),
  'colour by number': example(ofTier({ colour: '#D55E00' }), ofTier({ colour: '#D55E0' }), [
    'tiers',
    1,
    'colour',
  ]),
  'colour by name': example(ofTier({ colour: 'teal' }), ofTier({ colour: 'url(//x)' }), [
    'tiers',
    1,
    'colour',
  ]),
  strategy: example(ofTier({ strategy: 'Write to them.' }), ofTier({ strategy: 'x'.repeat(2001) }), [
    'tiers',
    1,
    'strategy',
  ]),
}

const outcomes: Record<string, DocumentExample> = {
  'retention by any activity': example(
    retained({ fromDay: 0, toDay: 1 }),
    retained({ fromDay: 120, toDay: 90 }),
    ['outcomes', 'retention', 'toDay'],
    true,
  ),
  'retention by some events': example(
    retained({ match: { events: ['Invoice Paid'] } }),
    retained({ match: { events: 'Invoice Paid' } }),
    ['outcomes', 'retention', 'match', 'events'],
  ),
  'days of retention': example(retained({ fromDay: 60, toDay: 90 }), retained({ fromDay: 60, toDay: 90.5 }), [
    'outcomes',
    'retention',
    'toDay',
  ]),
  expansion: example(
    having({ outcomes: { expansion: { match: { events: ['Upgraded'] }, withinDays: 90 } } }),
    having({ outcomes: { expansion: { match: { events: ['Upgraded'] } } } }),
    ['outcomes', 'expansion', 'withinDays'],
  ),
  'no expansion': example(
    having({ outcomes: { expansion: null } }),
    having({ outcomes: { expansion: false } }),
    ['outcomes', 'expansion'],
  ),
}

/** Every variant of the grammar of an engagement model, once well and once badly. */
export const documentExamples: Readonly<Record<string, DocumentExample>> = {
  ...document,
  ...population,
  ...behaviors,
  ...matches,
  ...conditions,
  ...measures,
  ...kernels,
  ...curves,
  ...weighting,
  ...normalisation,
  ...lifecycle,
  ...tiers,
  ...outcomes,
}
