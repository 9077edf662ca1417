import { describe, expect, it } from 'vitest'
import { parseEngagementDocument } from './document'
import type { DocumentPath } from '../document/document-problem'

const behavior = { key: 'login', match: { events: ['login'] }, weight: 1 }
const document = { kind: 'engagement', name: 'Product', behaviors: [behavior] }

const without = (key: keyof typeof document) => ({ ...document, [key]: undefined })
const having = (part: object) => ({ ...document, ...part })
const doing = (part: object) => having({ behaviors: [{ ...behavior, ...part }] })
const matching = (match: unknown) => doing({ match })
const where = (condition: unknown) => matching({ any: [{ event: 'a', where: [condition] }] })
const where21 = () =>
  matching({
    any: [{ event: 'a', where: Array.from({ length: 21 }, () => ({ property: 'p', op: 'exists' })) }],
  })
const tiers = (...starts: unknown[]) => having({ tiers: starts.map((from, t) => ({ key: `t${t}`, from })) })
const staged = (...stages: unknown[]) => having({ lifecycle: { stages } })
const outcome = (retention: unknown) => having({ outcomes: { retention } })

type Refusal = [document: unknown, path: DocumentPath, reason: RegExp]

const b = (...rest: (string | number)[]): DocumentPath => ['behaviors', 0, ...rest]
const matcher = (...rest: (string | number)[]): DocumentPath => b('match', 'any', 0, ...rest)

// prettier-ignore
const bad: Record<string, Refusal> = {
  'nothing': [undefined, [], /The document is required/],
  'null': [null, [], /must be an object/],
  'a list': [[document], [], /must be an object/],
  'a text': ['{}', [], /must be an object/],
  'no kind': [without('kind'), ['kind'], /"engagement" or "contact"/],
  'an unknown kind': [having({ kind: 'loyalty' }), ['kind'], /"engagement" or "contact"/],
  'no name': [without('name'), ['name'], /name is required/],
  'a blank name': [having({ name: '  ' }), ['name'], /must not be blank/],
  'a name too long': [having({ name: 'x'.repeat(201) }), ['name'], /at most 200 characters/],
  'a name that is a number': [having({ name: 7 }), ['name'], /must be a text/],
  'an unknown part': [having({ scoring: {} }), ['scoring'], /not a known field/],
  'a window of no days': [having({ window: { days: 0 } }), ['window', 'days'], /at least 1/],
  'a window of half a day': [having({ window: { days: 0.5 } }), ['window', 'days'], /whole number/],
  'a window in words': [having({ window: { days: '30' } }), ['window', 'days'], /must be a number/],
  'a window longer than time': [having({ window: { days: 1e6 } }), ['window', 'days'], /at most 36500/],
  'a window that is a number': [having({ window: 30 }), ['window'], /must be an object/],
  'a window with an unknown key': [having({ window: { day: 30 } }), ['window', 'day'], /not a known field/],
  'a null population': [having({ population: null }), ['population'], /must be an object/],
  'active within 0 days': [having({ population: { activeWithinDays: 0 } }), ['population', 'activeWithinDays'], /at least 1/],
  'negative grace': [having({ population: { graceDays: -1 } }), ['population', 'graceDays'], /at least 0/],
  'an address for a domain': [having({ population: { excludeEmailDomains: ['ok.org', 'me@x.org'] } }), ['population', 'excludeEmailDomains', 1], /behind the @/],
  'one domain, no list': [having({ population: { excludeEmailDomains: 'x.org' } }), ['population', 'excludeEmailDomains'], /must be a list/],
  'an exclusion without form': [having({ population: { exclude: { plan: 'free' } } }), ['population', 'exclude'], /one condition \{property, op, value\}/],
  'an exclusion by a condition without value': [having({ population: { exclude: { property: 'plan', op: 'eq' } } }), ['population', 'exclude', 'value'], /a text, a number, true or false/],
  'an exclusion by an unknown op': [having({ population: { exclude: { property: 'plan', op: 'is', value: 1 } } }), ['population', 'exclude', 'op'], /must be one of "eq"/],
  'an exclusion by a bad condition of two': [having({ population: { exclude: { where: [{ property: 'plan', op: 'exists' }, { property: '', op: 'exists' }] } } }), ['population', 'exclude', 'where', 1, 'property'], /must not be blank/],
  'an exclusion of both forms': [having({ population: { exclude: { where: [], property: 'plan', op: 'exists' } } }), ['population', 'exclude'], /one condition \{property, op, value\} or several/],
  'an exclusion in words': [having({ population: { exclude: 'free plans' } }), ['population', 'exclude'], /one condition \{property, op, value\}/],
  'a number of a domain': [having({ population: { excludeEmailDomains: [7] } }), ['population', 'excludeEmailDomains', 0], /must be a text/],
  'no behaviors': [without('behaviors'), ['behaviors'], /is required/],
  'an empty list of behaviors': [having({ behaviors: [] }), ['behaviors'], /at least 1 entry/],
  'fifty-one behaviors': [having({ behaviors: Array.from({ length: 51 }, (_, j) => ({ ...behavior, key: `b${j}` })) }), ['behaviors'], /at most 50 entries/],
  'two behaviors of one key': [having({ behaviors: [behavior, behavior] }), ['behaviors', 1, 'key'], /repeats the key of entry 0/],
  'a behavior without key': [doing({ key: undefined }), b('key'), /is required/],
  'a blank key': [doing({ key: '' }), b('key'), /must not be blank/],
  'a misspelt key': [doing({ wieght: 2 }), b('wieght'), /behaviors\[0\]\.wieght is not a known field/],
  'no weight': [doing({ weight: undefined }), b('weight'), /is required/],
  'a weight in words': [doing({ weight: 'high' }), b('weight'), /must be a number/],
  'a weight that is no number': [doing({ weight: NaN }), b('weight'), /must be a finite number/],
  'an infinite weight': [doing({ weight: Infinity }), b('weight'), /must be a finite number/],
  'a weight beyond reason': [doing({ weight: -2e9 }), b('weight'), /at least -1000000000/],
  'a value of 6': [doing({ value: 6 }), b('value'), /at most 5/],
  'a value between': [doing({ value: 2.5 }), b('value'), /whole number/],
  'enabled in words': [doing({ enabled: 'yes' }), b('enabled'), /true or false/],
  'a cap of 0': [doing({ cap: 0 }), b('cap'), /greater than 0/],
  'a cap below 0': [doing({ cap: -1 }), b('cap'), /greater than 0/],
  'no match': [doing({ match: undefined }), b('match'), /is required/],
  'a match of nothing': [matching({}), b('match', 'any'), /is required/],
  'a match of both forms': [matching({ any: [{ event: 'a' }], events: ['a'] }), b('match', 'events'), /one of the two/],
  'an empty list of events': [matching({ events: [] }), b('match', 'events'), /at least 1 entry/],
  'an event without name': [matching({ events: ['a', ''] }), b('match', 'events', 1), /must not be empty/],
  'a matcher without event': [matching({ any: [{ where: [] }] }), matcher('event'), /is required/],
  'a matcher with an unknown key': [matching({ any: [{ event: 'a', if: [] }] }), matcher('if'), /not a known field/],
  'a match in short': [matching('login'), b('match'), /must be an object/],
  'a match of one name': [matching({ events: 'login' }), b('match', 'events'), /must be a list/],
  'a hundred and one events': [matching({ events: Array.from({ length: 101 }, (_, e) => `e${e}`) }), b('match', 'events'), /at most 100 entries/],
  'a matcher that is a name': [matching({ any: ['login'] }), matcher(), /must be an object/],
  'an event of a number': [matching({ any: [{ event: 7 }] }), matcher('event'), /must be a text/],
  'conditions without a list': [matching({ any: [{ event: 'a', where: { property: 'p', op: 'exists' } }] }), matcher('where'), /must be a list/],
  'twenty-one conditions': [where21(), matcher('where'), /at most 20 entries/],
  'a join of neither': [matching({ any: [{ event: 'a', join: 'some' }] }), matcher('join'), /one of "all", "any"/],
  'a condition without op': [where({ property: 'p' }), matcher('where', 0, 'op'), /is required: one of "eq", "ne"/],
  'a condition of an unknown op': [where({ property: 'p', op: 'like', value: 1 }), matcher('where', 0, 'op'), /must be one of/],
  'a condition without property': [where({ op: 'exists' }), matcher('where', 0, 'property'), /is required/],
  'a comparison with a text': [where({ property: 'p', op: 'gt', value: '3' }), matcher('where', 0, 'value'), /must be a number/],
  'an equality with a list': [where({ property: 'p', op: 'eq', value: [1] }), matcher('where', 0, 'value'), /a text, a number, true or false/],
  'an equality with nothing': [where({ property: 'p', op: 'eq' }), matcher('where', 0, 'value'), /a text, a number, true or false/],
  'a comparison with nothing': [where({ property: 'p', op: 'lte' }), matcher('where', 0, 'value'), /is required/],
  'a comparison with no number': [where({ property: 'p', op: 'gte', value: NaN }), matcher('where', 0, 'value'), /must be a finite number/],
  'a part of nothing': [where({ property: 'p', op: 'contains', value: '' }), matcher('where', 0, 'value'), /must not be empty/],
  'a part that is a number': [where({ property: 'p', op: 'contains', value: 3 }), matcher('where', 0, 'value'), /must be a text/],
  'existing with a value': [where({ property: 'p', op: 'exists', value: true }), matcher('where', 0, 'value'), /is not a field of op "exists"/],
  'a blank property': [where({ property: ' ', op: 'exists' }), matcher('where', 0, 'property'), /must not be blank/],
  'a second condition that is bad': [matching({ any: [{ event: 'a', where: [{ property: 'p', op: 'exists' }, { property: 'p', op: 'gt', value: null }] }] }), matcher('where', 1, 'value'), /must be a number/],
  'an unknown measure': [doing({ measure: { type: 'average' } }), b('measure', 'type'), /one of "count", "days", "once", "first", "sum"/],
  'a measure in short': [doing({ measure: 'count' }), b('measure'), /must be an object/],
  'a sum of nothing': [doing({ measure: { type: 'sum' } }), b('measure', 'property'), /is required/],
  'a count of a property': [doing({ measure: { type: 'count', property: 'p' } }), b('measure', 'property'), /is not a field of type "count"/],
  'a sum of a blank property': [doing({ measure: { type: 'sum', property: '' } }), b('measure', 'property'), /must not be blank/],
  'a measure without type': [doing({ measure: {} }), b('measure', 'type'), /is required: one of "count"/],
  'a kernel in short': [doing({ kernel: 'none' }), b('kernel'), /must be an object/],
  'no kernel, with days': [doing({ kernel: { type: 'none', days: 7 } }), b('kernel', 'days'), /is not a field of type "none"/],
  'a linear kernel below 0': [doing({ kernel: { type: 'linear', days: -7 } }), b('kernel', 'days'), /greater than 0/],
  'a step in words': [doing({ kernel: { type: 'step', days: 'a week' } }), b('kernel', 'days'), /must be a number/],
  'a power without gravity': [doing({ kernel: { type: 'power', days: 7 } }), b('kernel', 'gravity'), /is required/],
  'a negative gravity': [doing({ kernel: { type: 'power', gravity: -0.5 } }), b('kernel', 'gravity'), /at least 0/],
  'a half-life without days': [doing({ kernel: { type: 'half-life' } }), b('kernel', 'days'), /is required/],
  'a half-life of 0': [doing({ kernel: { type: 'half-life', days: 0 } }), b('kernel', 'days'), /greater than 0/],
  'a kernel without type': [doing({ kernel: {} }), b('kernel', 'type'), /is required: one of "none"/],
  'a curve nobody knows': [doing({ curve: { type: 'cubic' } }), b('curve', 'type'), /must be one of/],
  'a saturating curve of k 0': [doing({ curve: { type: 'saturating', k: 0 } }), b('curve', 'k'), /greater than 0/],
  'a saturating curve without k': [doing({ curve: { type: 'saturating' } }), b('curve', 'k'), /is required/],
  'a logarithm with k': [doing({ curve: { type: 'log', k: 2 } }), b('curve', 'k'), /is not a field of type "log"/],
  'a cap without end': [doing({ cap: Infinity }), b('cap'), /must be a finite number/],
  'a value of 0': [doing({ value: 0 }), b('value'), /at least 1/],
  'an unknown weighting': [having({ weighting: { mode: 'magic' } }), ['weighting', 'mode'], /one of "heuristic"/],
  'rfm without a value': [having({ weighting: { mode: 'rfm' } }), b('value'), /is required: under "rfm" it is the weight/],
  'rfm without the second value': [having({ weighting: { mode: 'rfm' }, behaviors: [{ ...behavior, value: 3 }, { ...behavior, key: 'b' }] }), ['behaviors', 1, 'value'], /is required/],
  'a date of nowhere': [having({ weighting: { calibratedAt: '31.1.2026' } }), ['weighting', 'calibratedAt'], /such as 2026-05-01/],
  'a day that does not exist': [having({ weighting: { calibratedAt: '2026-02-30' } }), ['weighting', 'calibratedAt'], /must be a date/],
  'an unknown zeros rule': [having({ normalisation: { zeros: 'top' } }), ['normalisation', 'zeros'], /one of "bottom", "midrank", "active-only"/],
  'a winsor level above 1': [having({ normalisation: { winsor: 1.5 } }), ['normalisation', 'winsor'], /at most 1/],
  'a winsor level of 0': [having({ normalisation: { winsor: 0 } }), ['normalisation', 'winsor'], /greater than 0/],
  'a method nobody knows': [having({ normalisation: { method: 'z-score' } }), ['normalisation', 'method'], /one of "percentile", "min-max", "log-min-max"/],
  'a reference of neither kind': [having({ normalisation: { reference: { type: 'pinned' } } }), ['normalisation', 'reference', 'type'], /one of "rolling", "frozen"/],
  'a rolling reference of a date': [having({ normalisation: { reference: { type: 'rolling', asOf: '2026-01-12' } } }), ['normalisation', 'reference', 'asOf'], /is not a field of type "rolling"/],
  'a frozen reference of a date in words': [having({ normalisation: { reference: { type: 'frozen', asOf: 'yesterday' } } }), ['normalisation', 'reference', 'asOf'], /such as 2026-05-01/],
  'an instant without zone': [having({ normalisation: { reference: { type: 'frozen', asOf: '2026-01-12T08:00:00' } } }), ['normalisation', 'reference', 'asOf'], /2026-05-01T00:00:00Z/],
  'a frozen reference of no date': [having({ normalisation: { reference: { type: 'frozen' } } }), ['normalisation', 'reference', 'asOf'], /is required/],
  'no stages': [staged(), ['lifecycle', 'stages'], /at least 1 entry/],
  'a last stage that ends': [staged({ key: 'a', untilDay: 30 }), ['lifecycle', 'stages', 0, 'untilDay'], /left out of the last stage/],
  'a stage without end before the last': [staged({ key: 'a' }, { key: 'b' }), ['lifecycle', 'stages', 0, 'untilDay'], /is required/],
  'stages out of order': [staged({ key: 'a', untilDay: 30 }, { key: 'b', untilDay: 30 }, { key: 'c' }), ['lifecycle', 'stages', 1, 'untilDay'], /greater than 30/],
  'two stages of one key': [staged({ key: 'a', untilDay: 30 }, { key: 'a' }), ['lifecycle', 'stages', 1, 'key'], /repeats the key/],
  'eleven stages': [staged(...Array.from({ length: 11 }, (_, s) => ({ key: `s${s}`, untilDay: s + 1 }))), ['lifecycle', 'stages'], /at most 10 entries/],
  'a stage that ends on half a day': [staged({ key: 'a', untilDay: 1.5 }, { key: 'b' }), ['lifecycle', 'stages', 0, 'untilDay'], /whole number/],
  'a stage without key': [staged({ untilDay: 30 }, { key: 'b' }), ['lifecycle', 'stages', 0, 'key'], /is required/],
  'an own baseline in words': [having({ lifecycle: { ownBaseline: 'yes' } }), ['lifecycle', 'ownBaseline'], /true or false/],
  'negative blend': [having({ lifecycle: { blendDays: -7 } }), ['lifecycle', 'blendDays'], /at least 0/],
  'two tiers': [tiers(0, 50), ['tiers'], /at least 3 entries/],
  'six tiers': [tiers(0, 1, 2, 3, 4, 5), ['tiers'], /at most 5 entries/],
  'tiers that begin above 0': [tiers(1, 20, 80), ['tiers', 0, 'from'], /must be 0 in the first tier/],
  'tiers out of order': [tiers(0, 80, 20), ['tiers', 2, 'from'], /greater than 80/],
  'two tiers from one score': [tiers(0, 20, 20), ['tiers', 2, 'from'], /greater than 20/],
  'a tier from 100': [tiers(0, 20, 100), ['tiers', 2, 'from'], /less than 100/],
  'a tier below 0': [tiers(0, -20, 80), ['tiers', 1, 'from'], /at least 0/],
  'a tier without start': [tiers(0, undefined, 80), ['tiers', 1, 'from'], /is required/],
  'two tiers of one key': [having({ tiers: [0, 20, 80].map((from) => ({ key: 't', from })) }), ['tiers', 1, 'key'], /repeats the key/],
  'a colour that fetches': [having({ tiers: [{ key: 't', from: 0, colour: 'url(//x)' }] }), ['tiers', 0, 'colour'], /must be a colour/],
  'a colour of four digits': [having({ tiers: [{ key: 't', from: 0, colour: '#d55e' }] }), ['tiers', 0, 'colour'], /such as #d55e00/],
  'a strategy of a book': [having({ tiers: [{ key: 't', from: 0, strategy: 'x'.repeat(2001) }] }), ['tiers', 0, 'strategy'], /at most 2000 characters/],
  'a tier of no name': [having({ tiers: [{ key: 't', name: ' ', from: 0 }] }), ['tiers', 0, 'name'], /must not be blank/],
  'a tier with an end': [having({ tiers: [{ key: 't', from: 0, to: 20 }] }), ['tiers', 0, 'to'], /not a known field/],
  'a tier that begins in words': [tiers(0, '20', 80), ['tiers', 1, 'from'], /must be a number/],
  'retention of nothing': [outcome({ match: {} }), ['outcomes', 'retention', 'match', 'any'], /is required \(or `events`/],
  'an unknown outcome': [having({ outcomes: { churn: {} } }), ['outcomes', 'churn'], /not a known field/],
  'expansion within no days': [having({ outcomes: { expansion: { match: { events: ['a'] }, withinDays: 0 } } }), ['outcomes', 'expansion', 'withinDays'], /at least 1/],
  'retention that ends before it begins': [outcome({ fromDay: 120, toDay: 90 }), ['outcomes', 'retention', 'toDay'], /greater than fromDay, 120/],
  'retention from a negative day': [outcome({ fromDay: -1 }), ['outcomes', 'retention', 'fromDay'], /at least 0/],
  'expansion of nothing': [having({ outcomes: { expansion: { withinDays: 30 } } }), ['outcomes', 'expansion', 'match'], /is required/],
}

it('there are many ways to be wrong', () => {
  expect(Object.keys(bad).length).toBeGreaterThan(120)
})

describe('a bad document is refused with the path and the reason of its first problem', () => {
  it.each(Object.entries(bad))('%s', (_, [written, path, reason]) => {
    const parsed = parseEngagementDocument(written)
    expect(parsed).toMatchObject({ ok: false, code: 'invalid_document', path })
    expect(parsed).toHaveProperty('message', expect.stringMatching(reason))
  })

  it('the first problem in the order of the grammar wins', () => {
    const parsed = parseEngagementDocument({ ...document, behaviors: [], window: { days: 0 }, tiers: 3 })
    expect(parsed).toMatchObject({ path: ['window', 'days'] })
  })
})

describe('a contact model', () => {
  it('is told apart, whatever else is in it', () => {
    const parsed = parseEngagementDocument({ kind: 'contact', name: 'Newsletter', behaviors: 3 })
    expect(parsed).toMatchObject({ ok: false, code: 'invalid_document', path: ['kind'] })
    expect(parsed).toHaveProperty('message', 'kind must be "engagement": this is a contact model.')
  })
})
