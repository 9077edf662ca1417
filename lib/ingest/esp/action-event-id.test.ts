import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { receiveDelivery } from './receive-delivery'
import { everythingTold, link, mail, unix } from './testing-deliveries'
import { actionsOf, requestOf, settingsOf, testNow } from './testing-senders'

describe('the identity of an event', () => {
  const click = { event: 'click', email: mail, timestamp: unix, sg_event_id: 'e-1', url: link }
  const idOf = async (more: object) => (await actionsOf('sendgrid', [{ ...click, ...more }]))[0]?.eventId

  test('is the same for the same event, whatever is written differently around it', async () => {
    expect(await idOf({ email: 'ANN@example.com ', response: 'ok' })).toBe(await idOf({}))
  })

  test('is another for another id, type, recipient, time or link', async () => {
    const others = [
      { sg_event_id: 'e-2' },
      { event: 'open' },
      { email: 'bob@example.com' },
      { timestamp: unix + 1 },
      { url: `${link}/2` },
    ]
    const ids = await Promise.all([{}, ...others].map(idOf))
    expect(new Set(ids).size).toBe(others.length + 1)
  })

  test('is another in another source', async () => {
    const request = requestOf('sendgrid', [click])
    const other = await receiveDelivery(
      'sendgrid',
      request,
      { ...settingsOf('sendgrid'), sourceId: 'b' },
      testNow,
    )
    expect(other.ok && other.actions[0]?.eventId).not.toBe(await idOf({}))
  })

  test('all that a provider tells, shuffled and doubled, has the same ids', async () => {
    const idsOf = async (list: typeof everythingTold) => {
      const all = await Promise.all(list.map(({ provider, told }) => actionsOf(provider, told)))
      return new Set(all.flat().map(({ eventId }) => eventId))
    }
    const once = await idsOf(everythingTold)
    expect(once.size).toBe(everythingTold.length)
    const places = [...everythingTold.keys(), ...everythingTold.keys()]
    const shuffled = fc.shuffledSubarray(places, { minLength: places.length })
    await fc.assert(
      fc.asyncProperty(shuffled, async (order) => {
        const list = order.flatMap((place) => everythingTold[place] ?? [])
        expect(await idsOf(list)).toEqual(once)
      }),
      { numRuns: 3 },
    )
  })
})
