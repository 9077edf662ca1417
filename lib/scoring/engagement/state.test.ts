import { describe, expect, it } from 'vitest'
import type { PersonHistory } from './person-history'
import { compileState } from './state'
import { activitySpan, tenureDays } from './tenure'
import { AS_OF, frameOf, modelOf, occurrence } from './testing'
import { tierAt } from './tier'

const model = modelOf([{}], { population: { excludeEmailDomains: ['staff.example'], graceDays: 0 } })
const frame = frameOf(model)

function state(person: Omit<PersonHistory, 'id'>, population = model.population) {
  const span = activitySpan(person, AS_OF)
  const tenure = span ? tenureDays(span.first, person.createdAt, AS_OF) : 0
  return compileState(population, frame)(person, span, tenure)
}

describe('state', () => {
  const active = [occurrence('login', 2)]

  it('active lately: scored', () => {
    expect(state({ occurrences: active })).toBe('scored')
  })

  it('last active exactly at activeFrom: scored; a millisecond earlier: dormant', () => {
    const at = occurrence('login', 90)
    expect(state({ occurrences: [at] })).toBe('scored')
    expect(state({ occurrences: [{ ...at, at: at.at - 1 }] })).toBe('dormant')
  })

  it('without activity before asOf: not yet seen, whatever else happened', () => {
    expect(state({ occurrences: [] })).toBe('not-yet-seen')
    expect(
      state({ occurrences: [occurrence('click', 5, false), occurrence('login', 0)], createdAt: 0 }),
    ).toBe('not-yet-seen')
  })

  it('an address of an excluded domain: excluded, in any case and among several', () => {
    expect(state({ occurrences: active, emails: ['me@home.example', 'Me@Staff.Example'] })).toBe('excluded')
  })

  it('a subdomain of it, or the domain as a name, is not excluded', () => {
    expect(state({ occurrences: active, emails: ['me@mail.staff.example', 'staff.example@home.org'] })).toBe(
      'scored',
    )
  })

  it('excluded traits, several joined: excluded; absent ones exclude nobody', () => {
    const excluding = modelOf([{}], {
      population: {
        exclude: {
          where: [
            { property: 'plan', op: 'eq', value: 'internal' },
            { property: 'seats', op: 'lt', value: 2 },
          ],
          join: 'any',
        },
      },
    }).population
    const of = (traits?: Record<string, unknown>) => state({ occurrences: active, traits }, { ...excluding, graceDays: 0 }) // prettier-ignore
    expect([of({ plan: 'internal' }), of({ seats: 1, plan: 'pro' }), of({ seats: 2 }), of({}), of()]).toEqual(
      ['excluded', 'excluded', 'scored', 'scored', 'scored'],
    )
    expect(state({ occurrences: active, traits: { plan: 'x' } }, modelOf([{}], { population: { exclude: { property: 'plan', op: 'exists' } } }).population)).toBe('excluded') // prettier-ignore
  })

  it('consent refused: unknown, in any of its words; given or pending: scored', () => {
    const of = (consent: unknown) => state({ occurrences: active, traits: { consent } })
    expect([of(false), of('Refused '), of('yes'), of(true)]).toEqual([
      'unknown',
      'unknown',
      'scored',
      'scored',
    ])
  })

  it('the first that applies wins: unknown, excluded, not yet seen, dormant, grace', () => {
    const staff = ['a@staff.example']
    expect(state({ occurrences: [], emails: staff, traits: { consent: false } })).toBe('unknown')
    expect(state({ occurrences: [], emails: staff })).toBe('excluded')
    expect(state({ occurrences: [occurrence('login', 100)], emails: staff })).toBe('excluded')
  })

  it('tenure under the days of grace, 3 unless said: grace; exactly that: scored', () => {
    const withGrace = modelOf([{}]).population
    expect(state({ occurrences: [occurrence('login', 2.999)] }, withGrace)).toBe('grace')
    expect(state({ occurrences: [occurrence('login', 3)] }, withGrace)).toBe('scored')
    expect(state({ occurrences: [occurrence('login', 100)] }, withGrace)).toBe('dormant')
  })
})

describe('tier', () => {
  it('19.999 is At-risk, exactly 20 Regular, 80 and 100 Power', () => {
    expect([0, 19.999, 20, 79.999, 80, 100].map((score) => tierAt(score, model.tiers))).toEqual([
      'at-risk',
      'at-risk',
      'regular',
      'regular',
      'power',
      'power',
    ])
  })
})
