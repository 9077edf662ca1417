import { describe, expect, it } from 'vitest'
import type { EngagementDocumentInput } from './document'
import { compileMatch } from './match'
import { modelOf } from './testing'

type WrittenMatch = EngagementDocumentInput['behaviors'][number]['match']

function matching(match: WrittenMatch) {
  const [behavior] = modelOf([{ match }]).behaviors
  return compileMatch(behavior?.match ?? { any: [] })
}

const named = (...events: string[]) => matching({ events })

const seen = (event: string, properties?: Record<string, unknown>, activity = true) => ({
  event,
  activity,
  properties,
})

describe('match', () => {
  it('takes any of its names, to the letter', () => {
    expect(named('login', 'report')(seen('report'))).toBe(true)
    expect(named('login')(seen('Login'))).toBe(false)
    expect(named('login')(seen(' login'))).toBe(false)
  })

  it('takes any activity for *, also beside names, and no contact action or outcome', () => {
    expect(named('*')(seen('whatever'))).toBe(true)
    expect(named('login', '*')(seen('whatever'))).toBe(true)
    expect(named('*')(seen('click', {}, false))).toBe(false)
  })

  it('never counts what is not activity, though it bears the name', () => {
    expect(named('login')(seen('login', {}, false))).toBe(false)
  })

  it('export where format eq "pdf", or * where size gt 5: a PDF, a view of size 6, no CSV, no outcome', () => {
    const matches = matching({
      any: [
        { event: 'export', where: [{ property: 'format', op: 'eq', value: 'pdf' }] },
        { event: '*', where: [{ property: 'size', op: 'gt', value: 5 }] },
      ],
    })
    expect(matches(seen('export', { format: 'pdf' }))).toBe(true)
    expect(matches(seen('view', { size: 6 }))).toBe(true)
    expect(matches(seen('export', { format: 'csv' }))).toBe(false)
    expect(matches(seen('export', { format: 'csv', size: 6 }))).toBe(true)
    expect(matches(seen('deal', { size: 6 }, false))).toBe(false)
    expect(matches(seen('export'))).toBe(false)
  })

  it('the same event twice matches where either set of conditions holds', () => {
    const plan = (value: string) => ({ property: 'plan', op: 'eq' as const, value })
    const matches = matching({
      any: [
        { event: 'a', where: [plan('x')] },
        { event: 'a', where: [plan('y'), plan('z')], join: 'any' },
      ],
    })
    expect(['x', 'y', 'z', 'w'].map((value) => matches(seen('a', { plan: value })))).toEqual([
      true,
      true,
      true,
      false,
    ])
  })

  it('no conditions hold of every event of the name, with whatever join', () => {
    const matches = matching({ any: [{ event: 'a', join: 'any' }] })
    expect([matches(seen('a')), matches(seen('a', { x: 1 })), matches(seen('b'))]).toEqual([
      true,
      true,
      false,
    ])
  })

  it('names of events that every object has are names like others', () => {
    expect(named('login')(seen('constructor'))).toBe(false)
    expect(named('constructor')(seen('constructor'))).toBe(true)
  })
})
