import { describe, expect, it } from 'vitest'
import { parseEngagementDocument } from './document'
import type { DocumentPath } from './document-problem'

const behavior = { key: 'login', match: { events: ['login'] }, weight: 1 }
const document = { kind: 'engagement', name: 'Product', behaviors: [behavior] }

const without = (key: keyof typeof document) => ({ ...document, [key]: undefined })
const having = (part: object) => ({ ...document, ...part })
const doing = (part: object) => having({ behaviors: [{ ...behavior, ...part }] })
const matching = (match: unknown) => doing({ match })
const where = (condition: unknown) => matching({ any: [{ event: 'a', where: [condition] }] })
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
  'a join of neither': [matching({ any: [{ event: 'a', join: 'some' }] }), matcher('join'), /one of "all", "any"/],
  'a condition without op': [where({ property: 'p' }), matcher('where', 0, 'op'), /is required: one of "eq", "ne"/],
  'a condition of an unknown op': [where({ property: 'p', op: 'like', value: 1 }), matcher('where', 0, 'op'), /must be one of/],
  'a condition without property': [where({ op: 'exists' }), matcher('where', 0, 'property'), /is required/],
  'a comparison with a text': [where({ property: 'p', op: 'gt', value: '3' }), matcher('where', 0, 'value'), /must be a number/],
  'an equality with a list': [where({ property: 'p', op: 'eq', value: [1] }), matcher('where', 0, 'value'), /a text, a number, true or false/],
  'an unknown measure': [doing({ measure: { type: 'average' } }), b('measure', 'type'), /one of "count", "days", "once", "first", "sum"/],
  'a measure in short': [doing({ measure: 'count' }), b('measure'), /must be an object/],
  'a sum of nothing': [doing({ measure: { type: 'sum' } }), b('measure', 'property'), /is required/],
  'a count of a property': [doing({ measure: { type: 'count', property: 'p' } }), b('measure', 'property'), /not a known field/],
  'a half-life without days': [doing({ kernel: { type: 'half-life' } }), b('kernel', 'days'), /is required/],
  'a half-life of 0': [doing({ kernel: { type: 'half-life', days: 0 } }), b('kernel', 'days'), /greater than 0/],
  'a kernel without type': [doing({ kernel: {} }), b('kernel', 'type'), /is required: one of "none"/],
  'a curve nobody knows': [doing({ curve: { type: 'cubic' } }), b('curve', 'type'), /must be one of/],
  'a saturating curve of k 0': [doing({ curve: { type: 'saturating', k: 0 } }), b('curve', 'k'), /greater than 0/],
  'an unknown weighting': [having({ weighting: { mode: 'magic' } }), ['weighting', 'mode'], /one of "heuristic"/],
  'rfm without a value': [having({ weighting: { mode: 'rfm' } }), b('value'), /is required: under "rfm" it is the weight/],
  'rfm without the second value': [having({ weighting: { mode: 'rfm' }, behaviors: [{ ...behavior, value: 3 }, { ...behavior, key: 'b' }] }), ['behaviors', 1, 'value'], /is required/],
  'a date of nowhere': [having({ weighting: { calibratedAt: '31.1.2026' } }), ['weighting', 'calibratedAt'], /such as 2026-05-01/],
  'a day that does not exist': [having({ weighting: { calibratedAt: '2026-02-30' } }), ['weighting', 'calibratedAt'], /must be a date/],
  'an unknown zeros rule': [having({ normalisation: { zeros: 'top' } }), ['normalisation', 'zeros'], /one of "bottom", "midrank", "active-only"/],
  'a winsor level above 1': [having({ normalisation: { winsor: 1.5 } }), ['normalisation', 'winsor'], /at most 1/],
  'a frozen reference of no date': [having({ normalisation: { reference: { type: 'frozen' } } }), ['normalisation', 'reference', 'asOf'], /is required/],
  'no stages': [staged(), ['lifecycle', 'stages'], /at least 1 entry/],
  'a last stage that ends': [staged({ key: 'a', untilDay: 30 }), ['lifecycle', 'stages', 0, 'untilDay'], /left out of the last stage/],
  'a stage without end before the last': [staged({ key: 'a' }, { key: 'b' }), ['lifecycle', 'stages', 0, 'untilDay'], /is required/],
  'stages out of order': [staged({ key: 'a', untilDay: 30 }, { key: 'b', untilDay: 30 }, { key: 'c' }), ['lifecycle', 'stages', 1, 'untilDay'], /greater than 30/],
  'two stages of one key': [staged({ key: 'a', untilDay: 30 }, { key: 'a' }), ['lifecycle', 'stages', 1, 'key'], /repeats the key/],
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
  'retention that ends before it begins': [outcome({ fromDay: 120, toDay: 90 }), ['outcomes', 'retention', 'toDay'], /greater than fromDay, 120/],
  'retention from a negative day': [outcome({ fromDay: -1 }), ['outcomes', 'retention', 'fromDay'], /at least 0/],
  'expansion of nothing': [having({ outcomes: { expansion: { withinDays: 30 } } }), ['outcomes', 'expansion', 'match'], /is required/],
}

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
  it('is well formed or not, and cannot be computed yet', () => {
    const parsed = parseEngagementDocument({ kind: 'contact', name: 'Newsletter' })
    expect(parsed).toMatchObject({ ok: false, code: 'not_yet', path: ['kind'] })
    expect(parsed).toHaveProperty('message', expect.stringMatching(/contact models are not available yet/))
  })
})
