import type { WrittenContactDocument } from '@/lib/scoring/contacts/grammar/contact'
import { USUAL_FLOOR } from '@/lib/scoring/contacts/grammar/action-names'

type Falling = Pick<WrittenContactDocument, 'clock' | 'actions'>

/** Does a score fall of itself: by time, or by mail that is ignored? */
export function falls({ clock, actions }: Falling): boolean {
  return clock.type === 'time' || actions.some(({ action, counted }) => action === 'unread' && counted)
}

const usualFloor = (document: Falling) => (falls(document) ? USUAL_FLOOR : null)

/** A changed document, its floor taken along where it was the usual one and the change makes another one usual. */
export function withUsualFloor(
  before: WrittenContactDocument,
  after: WrittenContactDocument,
): WrittenContactDocument {
  const was = usualFloor(before)
  const is = usualFloor(after)
  return was !== is && before.floor === was && after.floor === was ? { ...after, floor: is } : after
}
