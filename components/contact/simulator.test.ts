import { describe, expect, it } from 'vitest'
import { ratedContact } from './rated-contact'
import { reachOf } from './reach-words'
import { dilutionWords, simulatorRows, withTried } from './simulator-rows'
import { contactModel, daily, lena, LENA_AS_OF } from './testing'
import { triedGroups } from './tried-groups'

const usual = contactModel()
const rowsOf = (...tried: Parameters<typeof withTried>[2][number][]) =>
  simulatorRows(lena, usual, LENA_AS_OF, tried, ratedContact(lena, usual, LENA_AS_OF, tried).tried.score)

describe('the simulator', () => {
  it('tells what each action would make of the score', () => {
    expect(
      rowsOf().map(
        ({ verb, score, change, stars }) => `${verb} ${score.toFixed(2)} ${change.toFixed(2)} ${stars}`,
      ),
    ).toEqual([
      'Read 4.49 0.87 3',
      'Click 6.49 2.87 4',
      'Reply 10.49 6.87 5',
      'Forward 12.49 8.87 5',
      'Update profile 5.49 1.87 4',
      'Invite 5.49 1.87 4',
      'Soft bounce 1.99 -1.63 1',
      'Hard bounce 1.25 -2.38 1',
      'Complain 1.25 -2.38 1',
    ])
  })
  it('goes on from what was tried already', () => {
    expect(rowsOf('read')[0]).toMatchObject({ action: 'read', stars: 4 })
    expect(rowsOf('read')[0]?.score).toBeCloseTo(5.019683, 6)
  })
  it('offers what the model counts, and never a subscription, a delivery or what nobody does', () => {
    const rules = [
      { action: 'read' },
      { action: 'click', counted: false },
      { action: 'unread', severity: 0.1 },
    ]
    const few = contactModel({ actions: rules })
    expect(simulatorRows(lena, few, LENA_AS_OF, [], 1).map(({ action }) => action)).toEqual(['read'])
  })
  it('keeps the path and puts what is tried at its end', () => {
    const { path, now, tried } = ratedContact(lena, usual, LENA_AS_OF, ['read', 'bounce_hard'])
    expect(path.map((step) => step.tried)).toEqual([...Array<boolean>(8).fill(false), true, true])
    expect(path[7]?.score).toBeCloseTo(now.score, 9)
    expect(path.at(-1)?.score).toBeCloseTo(tried.score, 9)
  })
  it('takes actions in a row of one kind together', () => {
    expect(triedGroups(['read', 'read', 'click', 'read'])).toEqual([
      { action: 'read', count: 2 },
      { action: 'click', count: 1 },
      { action: 'read', count: 1 },
    ])
  })
})

describe('dilution', () => {
  it('is explained where something cheap after something dear lowers the score', () => {
    const history = daily('subscribed', 'forward')
    const asOf = Date.UTC(2026, 0, 3)
    const before = ratedContact(history, usual, asOf).now.score
    const rows = simulatorRows(history, usual, asOf, [], before)
    expect(rows.find(({ action }) => action === 'read')?.change).toBeLessThan(0)
    expect(dilutionWords(rows, usual)).toMatch(/^Read, .* would lower the score here: each new action/)
  })
  it('is not spoken of where nothing is diluted', () => {
    expect(dilutionWords(rowsOf(), usual)).toBeNull()
  })
})

describe('what reaches a star', () => {
  it('names the fewest of each action, and reads alone to the highest', () => {
    expect(reachOf(lena, usual, LENA_AS_OF, 3)).toEqual({
      next: 4,
      ways: 'one click, forward, reply, profile update or invitation; or 2 reads (5.02)',
      onReads: 'On reads alone, 5★ takes 44 more in a row.',
    })
  })
  it('says when nothing does', () => {
    const steep = contactModel({ gravity: 3, actions: [{ action: 'read' }] })
    expect(reachOf(daily('subscribed'), steep, Date.UTC(2026, 0, 9), 2)).toMatchObject({
      next: 3,
      ways: 'no single action does, up to 200 in a row',
      onReads: 'On reads alone, 5★ is not reached in 200.',
    })
  })
  it('has nothing left above five', () => {
    expect(reachOf(lena, usual, LENA_AS_OF, 5).next).toBeNull()
  })
})
