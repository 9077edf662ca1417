import { expect, it } from 'vitest'
import type { ContactAction } from './contact-history'
import { unreadMessages } from './unread'

const DAY = 86_400_000
const action = (
  id: string,
  name: ContactAction['action'],
  day: number,
  messageId?: string,
): ContactAction => ({
  id,
  action: name,
  at: day * DAY,
  messageId,
})

it('delivered on day 0 and 10, the second read on day 17, asOf day 20: both unread, at day 7 and 17', () => {
  const at = (read: number, asOf: number) =>
    unreadMessages(
      [action('a', 'delivered', 0, 'm'), action('b', 'delivered', 10, 'n'), action('c', 'read', read, 'n')],
      7,
      asOf * DAY,
    ).map((one) => [one.id, one.at / DAY])
  expect(at(17, 20)).toEqual([
    ['a:unread', 7],
    ['b:unread', 17],
  ])
  expect(at(16.999, 20)).toEqual([['a:unread', 7]])
  expect(at(17, 17)).toEqual([['a:unread', 7]])
  expect(at(9, 20)).toEqual([['a:unread', 7]])
})
