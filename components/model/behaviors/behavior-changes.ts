import type { WrittenDocument } from '@/lib/scoring/engagement/grammar/engagement'
import { duplicated, moved, newBehavior, patched, type WrittenBehavior } from './entries'

/** The part of the editor of one behavior that something leads to. */
export type Section = 'name' | 'events' | 'measure' | 'kernel' | 'worth' | 'weight'

/** What a row can do; the same object as long as the editor is the same, so that rows need not be drawn anew. */
export type BehaviorChanges = {
  patch: (index: number, change: Partial<WrittenBehavior>) => void
  move: (from: number, to: number) => void
  duplicate: (index: number) => void
  remove: (index: number) => void
  /** Puts a new one at the end. */
  add: () => void
  /** Opens everything about one of them. */
  edit: (index: number, section: Section) => void
}

type Change = (update: (document: WrittenDocument) => WrittenDocument) => void

/** Every change of the key behaviors, as a change of the document. */
export function behaviorChanges(change: Change, edit: BehaviorChanges['edit']): BehaviorChanges {
  const update = (next: (behaviors: WrittenBehavior[], document: WrittenDocument) => WrittenBehavior[]) =>
    change((document) => ({ ...document, behaviors: next(document.behaviors, document) }))
  return {
    edit,
    patch: (index, values) => update((behaviors) => patched(behaviors, index, values)),
    move: (from, to) => update((behaviors) => moved(behaviors, from, to)),
    duplicate: (index) => update((behaviors) => duplicated(behaviors, index)),
    remove: (index) => update((behaviors) => behaviors.toSpliced(index, 1)),
    add: () => update((behaviors, { weighting }) => [...behaviors, newBehavior(behaviors, weighting.mode)]),
  }
}
