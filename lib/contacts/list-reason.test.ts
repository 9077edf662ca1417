import { describe, expect, test } from 'vitest'
import { listReason, starsReason } from './list-reason'

const frame = { zone: 'Europe/Berlin', cuts: [2, 3, 5, 9], then: new Date('2026-05-15T22:00:00Z') }
const contact = { stars: 1, lastResponseAt: null, bounces: 0, complaints: 0, unsubscribed: false }

describe('why somebody has their stars', () => {
  test.each([
    [1, '1★: a score below 2'],
    [2, '2★: a score of 2 to 3'],
    [3, '3★: a score above 3, up to 5'],
    [4, '4★: a score above 5, up to 9'],
    [5, '5★: a score above 9'],
  ])('%i', (stars, words) => {
    expect(starsReason(stars, frame.cuts)).toBe(words)
  })
})

describe('why somebody is in a list', () => {
  test('to remove: bounces and complaints, counted', () => {
    const because = (bounces: number, complaints: number) =>
      listReason('remove', { ...contact, bounces, complaints }, frame, 1, 0)
    expect(because(1, 0)).toBe('1★ with 1 bounce')
    expect(because(0, 2)).toBe('1★ with 2 complaints')
    expect(because(2, 1)).toBe('1★ with 2 bounces and 1 complaint')
  })

  test('risen: from what, on the local day of then', () => {
    expect(listReason('risen', { ...contact, stars: 4 }, frame, 1, 2)).toBe('2★ on 16 May 2026, 4★ now')
    expect(listReason('risen', { ...contact, stars: 5 }, frame, 1, 0)).toBe(
      'No contact yet on 16 May 2026, 5★ now',
    )
  })

  test('whoever unsubscribed is told so', () => {
    const left = {
      ...contact,
      stars: 2,
      unsubscribed: true,
      lastResponseAt: new Date('2026-03-01T12:00:00Z'),
    }
    expect(listReason('re-engage', left, frame, 1, 0)).toBe('2★, last response 1 Mar 2026, unsubscribed')
    expect(listReason('top', left, frame, 7, 0)).toBe('Number 7 by score, unsubscribed')
  })
})
