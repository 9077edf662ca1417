import { describe, expect, it } from 'vitest'
import { checkMapping, type FileKind } from './mapping-schema'

const columns = ['user_id', 'event', 'ts', 'mail', 'org']
const check = (kind: FileKind, mapping: unknown, exhaustive = true) => {
  const result = checkMapping(kind, mapping, columns, exhaustive)
  return result.ok ? 'ok' : result.problems.map(({ path }) => path.join('.')).join(' ')
}

describe('checkMapping', () => {
  it('accepts what the API describes', () => {
    expect(check('events', { person: 'user_id', event: 'event', timestamp: 'ts', properties: ['org'] })).toBe(
      'ok',
    )
    const actions = {
      email: 'mail',
      action: 'event',
      timestamp: 'ts',
      listId: 'org',
      actions: { open: 'read' },
    }
    expect(check('contact-actions', actions)).toBe('ok')
    expect(check('people', { email: 'mail', account: 'org' })).toBe('ok')
    expect(check('accounts', { account: 'org', traits: [] })).toBe('ok')
    expect(check('outcomes', { person: 'user_id', outcomeName: 'churned', timestamp: 'ts' })).toBe('ok')
  })

  it('names the field that is wrong', () => {
    const good = { person: 'user_id', event: 'event', timestamp: 'ts' }
    expect(check('events', { ...good, person: 'uid' })).toBe('person')
    expect(check('events', { ...good, timestamp: undefined })).toBe('timestamp')
    expect(check('events', { ...good, properties: ['org', 'plan'] })).toBe('properties.1')
    expect(check('events', { event: 'event', timestamp: 'ts' })).toBe('person')
    const actions = { email: 'mail', action: 'event', timestamp: 'ts', actions: { open: 'opened' } }
    expect(check('contact-actions', actions)).toBe('actions.open')
    expect(check('outcomes', { person: 'user_id', timestamp: 'ts' })).toBe('outcome')
    expect(check('events', 7)).toBe('')
  })

  it('refuses unknown keys', () => {
    const result = checkMapping('people', { person: 'user_id', event: 'event' }, columns)
    expect(result).toMatchObject({ ok: false, message: 'Unknown: "event".' })
  })

  it('lets JSON lines have properties that were not seen yet, but not other columns', () => {
    const good = { person: 'user_id', event: 'event', timestamp: 'ts', properties: ['plan'] }
    expect(check('events', good, false)).toBe('ok')
    expect(check('events', { ...good, person: 'uid' }, false)).toBe('person')
  })
})
