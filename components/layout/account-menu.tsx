'use client'
import { ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { DropdownMenu, DropdownMenuLabel } from '@/components/ui/dropdown-menu'

export type Account = {
  /** The e-mail address or name of who is signed in. */
  name: string
  /** "Owner", "Viewer": the role in this workspace. */
  role?: string
  /** DropdownMenuItems: at least signing out. */
  menu: ReactNode
}

/** Who is signed in, and the way out. */
export function AccountMenu({ name, role, menu }: Account) {
  return (
    <DropdownMenu
      side="top"
      className="w-48"
      trigger={
        <button
          type="button"
          aria-label={`Account: ${name}`}
          className="flex h-8 w-full items-center gap-2 rounded-md px-2 text-left hover:bg-sunken"
        >
          <span className="min-w-0 truncate">{name}</span>
          <ChevronsUpDown aria-hidden className="ml-auto size-4 shrink-0 stroke-[1.5] text-ink-3" />
        </button>
      }
    >
      {role && <DropdownMenuLabel>{role}</DropdownMenuLabel>}
      {menu}
    </DropdownMenu>
  )
}
