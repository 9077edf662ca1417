'use client'
import { ChevronsUpDown, Plus } from 'lucide-react'
import Link from 'next/link'
import {
  DropdownMenu,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
} from '@/components/ui/dropdown-menu'

export type WorkspaceChoice = {
  id: string
  name: string
  href: string
  /** The one on the page. */
  current?: boolean
}

export type WorkspaceSwitcherProps = {
  workspaces: readonly WorkspaceChoice[]
  /** Where a new workspace is made; left out for those who may not. */
  newHref?: string
}

function Initial({ name }: { name: string }) {
  return (
    <span
      aria-hidden
      className="grid size-4 shrink-0 place-items-center rounded-sm bg-ink text-[10px] leading-none font-semibold text-surface"
    >
      {(Array.from(name.trim())[0] ?? '·').toUpperCase()}
    </span>
  )
}

/** Which workspace this is, and the way to the others. */
export function WorkspaceSwitcher({ workspaces, newHref }: WorkspaceSwitcherProps) {
  const current = workspaces.find((workspace) => workspace.current) ?? workspaces[0]
  if (!current) return null
  return (
    <DropdownMenu
      className="w-48"
      trigger={
        <button
          type="button"
          aria-label={`Workspace: ${current.name}`}
          className="flex h-8 w-full items-center gap-2 rounded-md px-2 text-left font-semibold hover:bg-sunken"
        >
          <Initial name={current.name} />
          <span className="min-w-0 truncate">{current.name}</span>
          <ChevronsUpDown aria-hidden className="ml-auto size-4 shrink-0 stroke-[1.5] text-ink-3" />
        </button>
      }
    >
      <DropdownMenuLabel>Workspaces</DropdownMenuLabel>
      {workspaces.map((workspace) => (
        <DropdownMenuItem key={workspace.id} asChild>
          <Link href={workspace.href} aria-current={workspace === current || undefined}>
            <Initial name={workspace.name} />
            <span className="min-w-0 truncate">{workspace.name}</span>
            {workspace === current && <span className="ml-auto text-xs text-ink-3">current</span>}
          </Link>
        </DropdownMenuItem>
      ))}
      {newHref && (
        <>
          <DropdownMenuSeparator />
          <DropdownMenuItem asChild>
            <Link href={newHref}>
              <Plus aria-hidden />
              New workspace
            </Link>
          </DropdownMenuItem>
        </>
      )}
    </DropdownMenu>
  )
}
