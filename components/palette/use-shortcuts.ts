'use client'
import { useRouter } from 'next/navigation'
import { useHotkeys } from 'react-hotkeys-hook'
import type { NavItem } from '@/components/layout/sidebar-nav'
import { focusPageSearch } from './focus-page-search'
import type { PaletteState } from './palette-state'

/** Letters are the browser's with these held, and the dialog's while one is open. */
const isElsewhere = (event: KeyboardEvent) =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  event.repeat ||
  document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null

/** By the letter that is written, whatever key writes it and with Shift or without. */
const written = { useKey: true, ignoreModifiers: true, ignoreEventWhen: isElsewhere, preventDefault: true }

/**
 * ⌘K or Ctrl K opens the palette, also from within a text box; `?` the list of shortcuts; `/` leads into the search of
 * the page; `g` and a letter to a page. None of the letters does anything while somebody types.
 */
export function useShortcuts(places: readonly NavItem[], { setOverlay }: PaletteState): void {
  const router = useRouter()
  useHotkeys('mod+k', () => setOverlay((now) => (now === 'palette' ? null : 'palette')), {
    useKey: true,
    enableOnFormTags: true,
    enableOnContentEditable: true,
    preventDefault: true,
  })
  useHotkeys('?', () => setOverlay('shortcuts'), written)
  useHotkeys('/', () => focusPageSearch() || setOverlay('palette'), written)
  const letters = places.flatMap(({ letter }) => (letter ? [`g>${letter}`] : []))
  useHotkeys(
    letters,
    (event, { hotkey }) => {
      const place = places.find(({ letter }) => hotkey === `g>${letter}`)
      if (place && !isElsewhere(event)) router.push(place.href)
    },
    { useKey: true },
  )
}
