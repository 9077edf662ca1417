import { describe, expect, it } from 'vitest'
import { compileMatch } from './match'

const match = (...events: string[]) =>
  compileMatch({ any: events.map((event) => ({ event, where: [], join: 'all' as const })) })

const seen = (event: string, activity = true) => ({ event, activity, at: 0, day: 0 })

describe('match', () => {
  it('takes any of its names, to the letter', () => {
    expect(match('login', 'report')(seen('report'))).toBe(true)
    expect(match('login')(seen('Login'))).toBe(false)
    expect(match('login')(seen(' login'))).toBe(false)
  })

  it('takes any activity for *, also beside names, and no contact action or outcome', () => {
    expect(match('*')(seen('whatever'))).toBe(true)
    expect(match('login', '*')(seen('whatever'))).toBe(true)
    expect(match('*')(seen('click', false))).toBe(false)
  })

  it('never counts what is not activity, though it bears the name', () => {
    expect(match('login')(seen('login', false))).toBe(false)
  })
})
