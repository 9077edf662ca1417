import { describe, expect, it } from 'vitest'
import type { SentAction } from '@/lib/scoring/contacts/grammar/action-names'
import { answerCaption, divisorSince, newestDrop, starsStory } from './answer-words'
import { ratedContact } from './rated-contact'
import { contactModel, daily, DAY, lena, LENA_AS_OF } from './testing'

const usual = contactModel()
const ofDays = (...actions: SentAction[]) => ratedContact(daily(...actions), usual, Date.UTC(2026, 5, 1))

describe('the story of the stars', () => {
  it('tells of the way back', () => {
    expect(starsStory(ratedContact(lena, usual, LENA_AS_OF), 'UTC')).toBe('back from 1★ after one read')
  })
  it('tells of the way up', () => {
    expect(starsStory(ofDays('subscribed', 'read', 'read'), 'UTC')).toBe('up from 2★ after one read')
    expect(starsStory(ofDays('subscribed', 'read', 'click', 'read'), 'UTC')).toBe(
      'up from 2★ after two actions',
    )
  })
  it('names what lowered them', () => {
    expect(starsStory(ofDays('subscribed', 'read', 'read', 'complaint'), 'UTC')).toBe(
      'down from 3★ after a complaint',
    )
  })
  it('says since when, where that is long ago', () => {
    expect(starsStory(ofDays('subscribed', 'read', 'read', 'read', 'read', 'read'), 'UTC')).toBe(
      'there since 3 Jan 2026',
    )
    expect(starsStory(ofDays('subscribed'), 'UTC')).toBe('new since 1 Jan 2026')
    expect(starsStory(ofDays('subscribed', 'read'), 'UTC')).toBe('unchanged since 1 Jan 2026')
  })
  it('tells of points that faded with time', () => {
    const byTime = contactModel({ clock: { type: 'time' } })
    const rated = ratedContact(daily('subscribed', 'forward'), byTime, Date.UTC(2026, 0, 2) + 300 * DAY)
    expect(starsStory(rated, 'UTC')).toBe('faded from 5★ after a forward on 2 Jan 2026')
  })
})

describe('the newest fall', () => {
  it('is told as the score before, what divided it, and after', () => {
    const rated = ratedContact(lena, usual, LENA_AS_OF)
    expect(answerCaption(rated, usual, 'UTC')).toBe(
      'Higher is better. Above 3 and up to 5 is 3★. A hard bounce on 16 Dec 2025 halved 3.19 to 1.59.',
    )
    const drop = newestDrop(rated, usual)
    expect(drop && divisorSince(drop, rated)).toBe('one read later the divisor is 1.5')
  })
  it('names a divisor that is not two', () => {
    const rated = ofDays('subscribed', 'read', 'bounce_soft')
    expect(answerCaption(rated, usual, 'UTC')).toContain('divided 1.67 by 1.25 to 1.33')
  })
  it('is not told where nothing fell', () => {
    expect(answerCaption(ofDays('subscribed', 'read'), usual, 'UTC')).toBe(
      'Higher is better. From 2 up to 3 is 2★.',
    )
  })
  it('gives way to the floor that holds the score', () => {
    const byTime = contactModel({ clock: { type: 'time' } })
    const rated = ratedContact(daily('subscribed'), byTime, Date.UTC(2026, 0, 10))
    expect(answerCaption(rated, byTime, 'UTC')).toBe(
      'Higher is better. From 2 up to 3 is 2★. The floor holds it at 2.00, 1.80 above what the actions add up to.',
    )
  })
})
