import { describe, expect, test } from 'vitest'
import type { SentAction } from '@/lib/scoring/contacts/grammar/action-names'
import { scoreContact } from '@/lib/scoring/contacts/score-contact'
import { AS_OF, contactModel, weekly } from '@/lib/scoring/contacts/testing'
import { contactFacts } from './contact-facts'

function factsAfter(actions: readonly SentAction[], model = contactModel()) {
  const history = weekly(...actions)
  return contactFacts(history, scoreContact(history, model, AS_OF))
}

describe('what a row says of a contact beside the score', () => {
  test('the newest action that counts, and the newest response', () => {
    const facts = factsAfter(['subscribed', 'read', 'bounce_hard', 'delivered'])
    expect(facts).toMatchObject({ lastAction: 'bounce_hard', bounces: 1, complaints: 0, unsubscribed: false })
    expect(facts.lastActionAt.getTime()).toBe(AS_OF - 2 * 7 * 86_400_000)
    expect(facts.lastResponseAt?.getTime()).toBe(AS_OF - 3 * 7 * 86_400_000)
  })

  test('nobody who only subscribed has responded', () => {
    expect(factsAfter(['subscribed', 'delivered'])).toMatchObject({
      lastAction: 'subscribed',
      lastResponseAt: null,
    })
  })

  test('hard and soft bounces are bounces, complaints are apart', () => {
    expect(factsAfter(['bounce_soft', 'bounce_hard', 'complaint'])).toMatchObject({
      bounces: 2,
      complaints: 1,
    })
  })

  test('whoever subscribes again after leaving has not left, whether it counts or not', () => {
    expect(factsAfter(['subscribed', 'unsubscribe']).unsubscribed).toBe(true)
    expect(factsAfter(['subscribed', 'unsubscribe', 'read']).unsubscribed).toBe(true)
    expect(factsAfter(['subscribed', 'unsubscribe', 'subscribed']).unsubscribed).toBe(false)
  })

  test('where nothing counts there is no last action, but since when the contact is known', () => {
    const nothing = contactModel({ actions: [{ action: 'subscribed', counted: false }] })
    const facts = factsAfter(['read', 'click'], nothing)
    expect(facts).toMatchObject({ lastAction: '', lastResponseAt: null })
    expect(facts.lastActionAt.getTime()).toBe(AS_OF - 2 * 7 * 86_400_000)
  })
})
