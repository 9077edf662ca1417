import { describe, expect, test } from 'vitest'
import { b2bCollaboration } from './b2b-collaboration'
import { eCommerce } from './e-commerce'
import { projectManagement } from './project-management'
import { streaming } from './streaming'
import { suggestEvents } from './suggest-events'
import type { Template } from './template'
import { templates } from './templates'
import * as names from './testing-catalogs'

/** Behavior → event, without those left open. */
function mapped(template: Template, of: readonly string[], properties?: readonly string[]) {
  const suggestions = suggestEvents(template, names.catalogOfNames(of, properties))
  return Object.fromEntries(suggestions.flatMap(({ behavior, event }) => (event ? [[behavior, event]] : [])))
}

const suggestion = (template: Template, of: readonly string[], behavior: string) =>
  suggestEvents(template, names.catalogOfNames(of, ['value'])).find((one) => one.behavior === behavior)

describe('the events of a workspace', () => {
  test('of the demo are found by the collaboration template', () => {
    expect(mapped(b2bCollaboration, names.demoNames)).toEqual({
      shared: 'Dashboard Shared',
      created: 'Report Run',
      invited: 'Invite Sent',
      commented: 'Comment Added',
      connected: 'Source Connected',
      opened: 'App Opened',
      expansion: 'outcome:upgrade',
    })
  })

  test('of the demo are found by the project template as far as they are of its field', () => {
    expect(mapped(projectManagement, names.demoNames)).toEqual({
      invited: 'Invite Sent',
      commented: 'Comment Added',
      connected: 'Source Connected',
      opened: 'App Opened',
      expansion: 'outcome:upgrade',
    })
  })

  test('of a shop by the specification of Segment are found', () => {
    expect(mapped(eCommerce, names.segmentShopNames)).toEqual({
      ordered: 'Order Completed',
      checkout: 'Checkout Started',
      cart: 'Product Added',
      wished: 'Product Added to Wishlist',
      reviewed: 'Product Reviewed',
      referred: 'Product Shared',
      viewed: 'Product List Viewed',
      searched: 'Products Searched',
    })
  })

  test('of a shop by Google Analytics are found', () => {
    expect(mapped(eCommerce, names.googleShopNames)).toEqual({
      ordered: 'purchase',
      checkout: 'begin_checkout',
      cart: 'add_to_cart',
      wished: 'add_to_wishlist',
      referred: 'share',
      viewed: 'view_item',
      searched: 'search',
    })
  })

  test('in snake_case are found by other words for the same', () => {
    expect(mapped(projectManagement, names.issueNames)).toEqual({
      completed: 'issue_closed',
      assigned: 'issue_assigned',
      invited: 'member_invited',
      created: 'issue_created',
      commented: 'issue_commented',
      project: 'sprint_started',
      connected: 'integration_enabled',
      planned: 'board_viewed',
      opened: 'session_started',
      expansion: 'plan_upgraded',
    })
  })

  test('of a music service are found, its contraries are not', () => {
    expect(mapped(streaming, names.musicNames)).toEqual({
      played: 'NextSong',
      saved: 'Add to Playlist',
      followed: 'Add Friend',
      rated: 'Thumbs Up',
      expansion: 'Submit Upgrade',
    })
  })

  test('of a video player are told apart, and advertisements are left out', () => {
    expect(mapped(streaming, names.videoNames)).toEqual({
      played: 'Video Playback Started',
      finished: 'Video Playback Completed',
      time: 'Video Content Playing',
    })
  })

  test.each(templates)('that fit nothing leave $name without any', (template) => {
    expect(mapped(template, names.commitNames)).toEqual({})
    const open = suggestEvents(template, names.catalogOfNames(names.commitNames))
    expect(open.every(({ reason }) => reason.length > 0)).toBe(true)
    expect(mapped(template, [])).toEqual({})
  })
})

describe('what is not sure', () => {
  test('is no second use of an event: it says whose it is, and offers it', () => {
    expect(mapped(eCommerce, names.orderNames)).toEqual({ ordered: 'order_placed' })
    expect(suggestion(eCommerce, names.orderNames, 'spent')).toEqual({
      behavior: 'spent',
      event: null,
      reason: '“order_placed” fits, but counts for “Placed an order” already.',
      candidates: [
        {
          event: 'order_placed',
          confidence: 1,
          reason: 'Named like “Order Placed”, a usual name for it.',
          property: 'value',
        },
      ],
    })
  })

  test('no event is suggested twice, whatever the catalog', () => {
    const every = Object.values(names).flatMap((one) => (Array.isArray(one) ? one : []))
    for (const template of templates) {
      const events = Object.values(mapped(template, every))
      expect(new Set(events).size).toBe(events.length)
    }
  })

  test('stays open and says what may be it', () => {
    const planned = suggestion(projectManagement, ['Weekly Team Report Viewed By Board'], 'planned')
    expect(planned).toMatchObject({ event: null, reason: expect.stringContaining('look before you take it') })
    expect(planned?.candidates).toHaveLength(1)
  })

  test('is no activity, unless it is the expansion', () => {
    const [event] = names.catalogOfNames(['Comment Added'])
    const inactive = suggestEvents(projectManagement, [{ ...event!, activity: false }])
    expect(inactive.every((one) => one.event === null)).toBe(true)
  })

  test('is offered once where it is both tracked and a page', () => {
    const twice = names.catalogOfNames(['Board Viewed', 'Board Viewed'])
    const planned = suggestEvents(projectManagement, twice).find(({ behavior }) => behavior === 'planned')
    expect(planned?.candidates).toHaveLength(1)
  })

  test('is a name that a document cannot hold', () => {
    expect(mapped(projectManagement, ['*', ' ', 'task completed '.repeat(50)])).toEqual({})
  })

  test('of equal names the one that more people do is taken', () => {
    expect(mapped(projectManagement, ['issue_closed', 'Task Completed']).completed).toBe('issue_closed')
    expect(mapped(projectManagement, ['Task Completed', 'issue_closed']).completed).toBe('Task Completed')
  })
})
