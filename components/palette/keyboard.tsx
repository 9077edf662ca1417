'use client'
import { type ReactNode, useMemo, useState } from 'react'
import type { NavItem } from '@/components/layout/sidebar-nav'
import type { WorkspaceChoice } from '@/components/layout/workspace-switcher'
import { CommandPalette } from './command-palette'
import { type Overlay, PaletteStateProvider } from './palette-state'
import { ShortcutsDialog } from './shortcuts-dialog'
import { useShortcuts } from './use-shortcuts'

export type KeyboardProps = {
  /** Slug of the workspace. */
  workspace: string
  places: readonly NavItem[]
  workspaces: readonly WorkspaceChoice[]
  newWorkspaceHref?: string
  /** May whoever looks start runs? */
  mayScore: boolean
  children: ReactNode
}

/** The shortcuts of the product, the command palette, and the list of shortcuts, over the pages of a workspace. */
export function Keyboard({ children, ...palette }: KeyboardProps) {
  const [overlay, setOverlay] = useState<Overlay>(null)
  const state = useMemo(() => ({ overlay, setOverlay }), [overlay])
  useShortcuts(palette.places, state)
  return (
    <PaletteStateProvider value={state}>
      {children}
      <CommandPalette {...palette} />
      <ShortcutsDialog places={palette.places} />
    </PaletteStateProvider>
  )
}
