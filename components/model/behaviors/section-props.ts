import type { WrittenBehavior } from './entries'

/** What every part of the editor of one behavior is given. */
export type SectionProps = {
  behavior: WrittenBehavior
  patch: (change: Partial<WrittenBehavior>) => void
  disabled: boolean
  /** Why the field at this path of the behavior is refused, as a sentence beside it; null when it is not. */
  problem: (...path: (string | number)[]) => string | null
}
