'use client'
import { useHotkeys } from 'react-hotkeys-hook'

/** ⌘Z and ⇧⌘Z (Ctrl elsewhere), outside of text boxes, which have an undo of their own. */
export function useUndoKeys({ undo, redo }: { undo: (() => void) | null; redo: (() => void) | null }): void {
  useHotkeys('mod+z', () => undo?.(), { preventDefault: true }, [undo])
  useHotkeys('mod+shift+z, mod+y', () => redo?.(), { preventDefault: true }, [redo])
}
