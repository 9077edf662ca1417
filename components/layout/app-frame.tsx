'use client'
import { useState, type ReactNode } from 'react'
import { Sheet } from '@/components/ui/sheet'
import { AccountMenu, type Account } from './account-menu'
import { NavigationStateProvider } from './navigation-state'
import { SidebarNav, type NavItem } from './sidebar-nav'
import { ThemeSwitch } from './theme-switch'
import { WorkspaceSwitcher, type WorkspaceChoice } from './workspace-switcher'

export type AppFrameProps = {
  workspaces: readonly WorkspaceChoice[]
  newWorkspaceHref?: string
  items: readonly NavItem[]
  account: Account
  /** Above the theme switch: running work, search. */
  tray?: ReactNode
  /** A TopBar and a Page. */
  children: ReactNode
}

/** The frame of the product: the sidebar, which is a sheet on narrow screens, and the page beside it. */
export function AppFrame({ workspaces, newWorkspaceHref, items, account, tray, children }: AppFrameProps) {
  const [open, setOpen] = useState(false)
  const sidebar = (onNavigate?: () => void) => (
    <nav aria-label="Main" className="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto p-2">
      <WorkspaceSwitcher workspaces={workspaces} newHref={newWorkspaceHref} />
      <SidebarNav items={items} onNavigate={onNavigate} />
      <div className="mt-auto grid gap-2">
        {tray}
        <div className="px-2">
          <ThemeSwitch />
        </div>
        <AccountMenu {...account} />
      </div>
    </nav>
  )
  return (
    <NavigationStateProvider value={{ open, setOpen }}>
      <a
        href="#content"
        className="sr-only z-50 rounded-md border border-line-strong bg-surface focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:px-3 focus:py-1.5"
      >
        Skip to content
      </a>
      <div className="min-h-dvh md:grid md:grid-cols-[208px_minmax(0,1fr)]">
        <div className="border-r border-line max-md:hidden">
          <div className="sticky top-0 flex h-dvh flex-col">{sidebar()}</div>
        </div>
        <div className="min-w-0">{children}</div>
      </div>
      <Sheet label="Navigation" side="left" open={open} onOpenChange={setOpen}>
        {sidebar(() => setOpen(false))}
      </Sheet>
    </NavigationStateProvider>
  )
}
