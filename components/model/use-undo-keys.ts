'use client'
import { useHotkeys } from 'react-hotkeys-hook'

/** A text of its own, with an undo of its own: a search, or what a dialog asks for. */
const isApart = ({ target }: KeyboardEvent) =>
  target instanceof HTMLElement &&
  target.closest('[role=dialog] input, [role=dialog] textarea, [role=combobox], [type=search]') !== null

const options = { preventDefault: true, enableOnFormTags: true, ignoreEventWhen: isApart } as const

/** ⌘Z and ⇧⌘Z (Ctrl elsewhere): of sliders and boxes of the model too, so that there is one order of changes. */
export function useUndoKeys({ undo, redo }: { undo: (() => void) | null; redo: (() => void) | null }): void {
  useHotkeys('mod+z', () => undo?.(), options, [undo])
  useHotkeys('mod+shift+z, mod+y', () => redo?.(), options, [redo])
}
