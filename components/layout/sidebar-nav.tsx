'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { NavIcon, type NavIconName } from './nav-icon'

export type NavItem = {
  href: string
  label: string
  icon: NavIconName
  /** A number at the right, already formatted ("5,046"). */
  count?: ReactNode
  /** The letter that leads here after `g`. */
  letter?: string
  /** Left out: the item is current on its own path and on those below it. */
  current?: boolean
  /** Current on exactly its own path: for an item whose path is the start of the others'. */
  exact?: boolean
}

/** The places of the product. It shows the items it is given and no others. */
export function SidebarNav({ items, onNavigate }: { items: readonly NavItem[]; onNavigate?: () => void }) {
  const pathname = usePathname()
  return (
    <ul className="grid gap-1">
      {items.map((item) => {
        const here = pathname === item.href || (!item.exact && pathname.startsWith(`${item.href}/`))
        const current = item.current ?? here
        return (
          <li key={item.href}>
            <Link
              href={item.href}
              onClick={onNavigate}
              aria-current={current ? 'page' : undefined}
              className={cn(
                'flex h-8 items-center gap-2 rounded-md px-2 text-ink-2 hover:bg-sunken',
                current && 'bg-sunken font-semibold text-ink',
              )}
            >
              <NavIcon name={item.icon} />
              {item.label}
              {item.count !== undefined && (
                <span className="ml-auto text-xs font-normal text-ink-3">{item.count}</span>
              )}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
