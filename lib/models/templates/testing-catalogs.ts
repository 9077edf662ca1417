import type { KnownEvent } from './suggest-events'

/** A catalog of names, the first done by most people. */
export const catalogOfNames = (names: readonly string[], properties: readonly string[] = []): KnownEvent[] =>
  names.map((name, place) => ({
    name,
    people: 1_000 - place,
    volume: 10_000 - place,
    activity: !name.startsWith('outcome:'),
    properties,
  }))

/** What the demo sends. */
export const demoNames = [
  ...['App Opened', 'Page Viewed', 'Report Run', 'Dashboard Shared', 'Comment Added', 'Invite Sent'],
  ...['Data Exported', 'Source Connected', 'Settings Changed', 'Help Article Read', 'Signed Up'],
  'outcome:upgrade',
]

/** A shop that sends its orders and nothing else. */
export const orderNames = ['order_placed', 'order_cancelled']

/** The e-commerce events of Segment's specification. */
export const segmentShopNames = [
  ...['Products Searched', 'Product List Viewed', 'Product List Filtered', 'Promotion Viewed'],
  ...['Promotion Clicked', 'Product Clicked', 'Product Viewed', 'Product Added', 'Product Removed'],
  ...['Cart Viewed', 'Checkout Started', 'Checkout Step Viewed', 'Checkout Step Completed'],
  ...['Payment Info Entered', 'Order Completed', 'Order Updated', 'Order Refunded', 'Order Cancelled'],
  ...['Coupon Entered', 'Coupon Applied', 'Coupon Denied', 'Coupon Removed', 'Product Added to Wishlist'],
  ...['Product Removed from Wishlist', 'Product Shared', 'Cart Shared', 'Product Reviewed'],
]

/** The shop events of Google Analytics 4. */
export const googleShopNames = [
  ...['page_view', 'session_start', 'view_item', 'view_item_list', 'add_to_cart', 'remove_from_cart'],
  ...['begin_checkout', 'add_payment_info', 'purchase', 'refund', 'add_to_wishlist', 'search', 'share'],
]

/** A tracker of issues, in snake_case. */
export const issueNames = [
  ...['session_started', 'board_viewed', 'issue_created', 'issue_closed', 'issue_assigned', 'issue_deleted'],
  ...['issue_commented', 'sprint_started', 'member_invited', 'invite_accepted', 'integration_enabled'],
  'plan_upgraded',
]

/** A music service whose pages are its events. */
export const musicNames = [
  ...['NextSong', 'Home', 'Thumbs Up', 'Thumbs Down', 'Add to Playlist', 'Add Friend', 'Roll Advert'],
  ...['Logout', 'Downgrade', 'Settings', 'Save Settings', 'Help', 'About', 'Error', 'Upgrade'],
  ...['Submit Upgrade', 'Submit Downgrade', 'Cancel'],
]

/** The video events of Segment's specification. */
export const videoNames = [
  ...['Video Content Playing', 'Video Playback Started', 'Video Playback Paused', 'Video Playback Resumed'],
  ...['Video Playback Seek Started', 'Video Playback Completed', 'Video Content Started'],
  ...['Video Content Completed', 'Video Ad Started', 'Video Ad Playing', 'Video Ad Completed'],
]

/** Contributions to source code: no template knows them. */
export const commitNames = ['commit_src', 'merge', 'commit_other', 'apply_patch', 'commit_tests']
