import { describe, expect, it } from 'vitest'
import { scoreContact } from '@/lib/scoring/contacts/score-contact'
import { oneOf } from './action-words'
import { causeInWords } from './change-cause'
import { beyondWords, decayCaption, decayEnd, decayMarks } from './decay-marks'
import { countedNote, heightOf, notCountedNote } from './key-facts'
import { machineEffect, machineWords } from './machine-words'
import { pathCaption } from './path-caption'
import { ratedAt, ratedContact } from './rated-contact'
import { nextStar, starRange } from './star-words'
import { contactModel, daily, lena, LENA_AS_OF } from './testing'

const usual = contactModel()
const rated = ratedContact(lena, usual, LENA_AS_OF)

describe('key numbers', () => {
  it('say how far the next star is', () => {
    expect(nextStar(3.62381, 3, usual)).toBe('4★ begins above 5, 1.38 away')
    expect(nextStar(1.6, 1, usual)).toBe('2★ begins at 2, 0.40 away')
    expect(nextStar(3, 2, usual)).toBe('3★ begins above 3, where it stands')
    expect(nextStar(2.9968, 2, usual)).toBe('3★ begins above 3, less than 0.01 away')
    expect(nextStar(12, 5, usual)).toBe('as many as there are')
    expect(starRange(1, usual)).toBe('Below 2 is 1★.')
    expect(starRange(5, usual)).toBe('Above 9 is 5★.')
  })
  it('count what counts, by kind', () => {
    expect(countedNote(rated)).toBe('1 subscribed, 6 reads, 1 hard bounce')
  })
  it('count what does not, by why; deliveries apart', () => {
    const at = Date.UTC(2026, 0, 1)
    const of = (action: 'read' | 'delivered', index: number, machine = false) => ({
      ...{ id: `e${index}`, action, at: at + index },
      ...{ messageId: 'm', machine },
    })
    const actions = [of('delivered', 0), of('read', 1, true), of('read', 2), of('read', 3)]
    const { notCounted } = scoreContact({ actions }, usual, at + 10)
    expect(notCountedNote(notCounted)).toBe('1 machine read, 1 repeat; 1 delivery, never counted')
    expect(notCountedNote([])).toBe('everything counts')
  })
  it('name the height before a fall, else the highest', () => {
    expect(heightOf(rated, 'UTC')).toMatchObject({
      label: 'Score before bounce',
      note: '9 Dec 2025, highest so far',
      step: { score: expect.closeTo(4.9, 9) as number },
    })
    const rising = ratedContact(daily('subscribed', 'read'), usual, Date.UTC(2027, 0, 1))
    expect(heightOf(rising, 'UTC')).toMatchObject({ label: 'Highest so far', note: 'now' })
  })
})

describe('words', () => {
  it('name one action', () => {
    expect(oneOf('bounce_hard')).toBe('a hard bounce')
    expect(oneOf('invite')).toBe('an invitation')
    expect(oneOf('unsubscribe')).toBe('an unsubscribe')
    expect(oneOf('unread')).toBe('a message left unread')
  })
  it('say what the path is of', () => {
    expect(pathCaption(rated, usual, 'UTC')).toBe(
      'gravity 1, age by position, order running; 4 Nov 2025 to 6 Jan 2026; dashed lines are the star cuts 2, 3, 5, 9',
    )
  })
  it('say what changed the stars', () => {
    expect(causeInWords('bounce_hard', '2025-12-16T09:00:00Z', 1, 'UTC')).toBe('hard bounce, 16 Dec 2025')
    expect(causeInWords('model', null, 3, 'UTC')).toBe('version 3 was published')
    expect(causeInWords('time', null, 3, 'UTC')).toBe('time passed')
  })
  it('say what machines did', () => {
    const history = { actions: lena.actions.map((one) => ({ ...one, machine: one.action === 'read' })) }
    expect(machineWords(history, 'exclude')).toBe('6 reads by machines are left out')
    const once = { actions: history.actions.slice(0, 2) }
    expect(machineWords(once, 'include')).toBe('1 read by a machine is counted')
    expect(machineEffect('exclude', 3.62, { score: 4.49, stars: 3 })).toBe(
      'Counted, the score would be 4.49, 3★.',
    )
    expect(machineEffect('include', 2, { score: 2, stars: 2 })).toBe(
      'Left out, the score would be 2.00 all the same.',
    )
  })
})

describe('actions on the decay curve', () => {
  it('stand at their ages, on an axis that goes on a little further', () => {
    const { counted } = rated.now
    expect(decayEnd(counted, usual.clock)).toBe(12)
    const { marks, beyond } = decayMarks(counted, 12, 'UTC')
    expect(beyond).toBe(0)
    expect(marks.map(({ age, shape }) => `${age} ${shape}`).join(', ')).toBe(
      '8 square, 7 dot, 6 dot, 5 dot, 4 dot, 3 dot, 2 triangle, 1 dot',
    )
    expect(decayCaption(counted, usual)).toBe('of 10 points; ● adds, ▼ divides, ■ subscribed')
  })
  it('are counted where they lie beyond it', () => {
    const many = ratedContact(daily(...Array.from({ length: 99 }, () => 'read' as const)), usual, 2e12).now
    const end = decayEnd(many.counted, usual.clock)
    expect(end).toBe(60)
    expect(decayMarks(many.counted, end, 'UTC').beyond).toBe(40)
    expect(beyondWords(40, 60)).toBe('40 older actions lie beyond age 60.')
  })
})

describe('the instant of the rating', () => {
  const newest = Date.parse('2026-01-06T09:00Z') + 1
  it('is that of the newest action where time means nothing', () => {
    expect(ratedAt(lena, usual, LENA_AS_OF)).toBe(newest)
  })
  it('is the minute of now where points fade with time, after every action', () => {
    const byTime = contactModel({ clock: { type: 'time' } })
    expect(ratedAt(lena, byTime, LENA_AS_OF + 4321)).toBe(LENA_AS_OF)
    expect(ratedAt(lena, byTime, newest - 1)).toBe(newest)
  })
})
