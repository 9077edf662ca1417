import type { EngagementDocumentInput } from '@/lib/scoring/engagement/document'

type WrittenBehavior = EngagementDocumentInput['behaviors'][number]
type Measure = NonNullable<WrittenBehavior['measure']>

/** How an event is told to be what a template means. Words are told by their stems: `create` also finds `created`. */
export type EventHints = {
  /** Event names of well-known trackers, word for word. */
  events: readonly string[]
  /** Names of what only stands in for it, where nothing nearer is sent. */
  standIns?: readonly string[]
  /** Words for the doing, synonyms included. */
  verbs: readonly string[]
  /** Words for the thing it is done to. */
  objects: readonly string[]
  /** Words by which an event is something else. */
  not?: readonly string[]
}

/** A behavior that people of this field look at, before it is known which event it is. */
export type TemplateBehavior = Required<Pick<WrittenBehavior, 'key' | 'name'>> &
  Pick<WrittenBehavior, 'cap' | 'kernel' | 'curve'> & {
    /** One sentence: why it tells engaged people from others. */
    why: string
    /** The sum of a property where the event has one of these, else counted. */
    measure: Exclude<Measure, { type: 'sum' }> | { type: 'sum'; properties: readonly string[] }
    weight: 1 | 3 | 5
    /** Strategic value, for RFM and for whoever weighs by hand. */
    value: 1 | 2 | 3 | 4 | 5
    hints: EventHints
  }

/** A model of one field as its practitioners would begin it; it becomes a document once its behaviors have events. */
export type Template = {
  key: string
  name: string
  /** One sentence. */
  description: string
  /** Whose product it is for. */
  audience: string
  /** What the score should foretell, in words. */
  outcome: string
  window: { days: number }
  population: { activeWithinDays: number }
  behaviors: readonly TemplateBehavior[]
  outcomes: {
    /** A return in days [fromDay, toDay): by that behavior, or by any activity. */
    retention: { behavior: string | null; fromDay: number; toDay: number }
    expansion: { name: string; why: string; withinDays: number; hints: EventHints }
  }
  /** What to do with the people of each tier. */
  strategies: { atRisk: string; regular: string; power: string }
}

/** Where the event of the expansion stands among those of the behaviors. */
export const EXPANSION = 'expansion'
