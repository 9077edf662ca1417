'use client'
import { Search } from 'lucide-react'
import { useNavigationState } from '@/components/layout/navigation-state'
import { useCommandKey } from '@/components/ui/use-command-key'
import { usePaletteState } from './palette-state'

/** Opens the palette, and tells the key that does. */
export function SearchButton() {
  const { setOverlay } = usePaletteState()
  const navigation = useNavigationState()
  const commandKey = useCommandKey()
  return (
    <button
      type="button"
      aria-keyshortcuts="Meta+K Control+K"
      onClick={() => {
        navigation?.setOpen(false)
        setOverlay('palette')
      }}
      className="flex h-8 w-full items-center gap-2 rounded-md px-2 text-left text-ink-2 hover:bg-sunken"
    >
      <Search aria-hidden className="size-4 shrink-0 stroke-[1.5]" />
      Search
      {commandKey && (
        <span aria-hidden className="ml-auto text-xs text-ink-3">
          {commandKey === '⌘' ? '⌘K' : 'Ctrl K'}
        </span>
      )}
    </button>
  )
}
