import Link from 'next/link'
import type { ReactNode } from 'react'
import { MenuButton } from './menu-button'

type Above = { label: string; href: string }

export type TopBarProps = {
  title: ReactNode
  /** The page above: "People / ada@example.com"; of a page further down all of them, the highest first. */
  parent?: Above | readonly Above[]
  /** Chips: as of when, which version. Not shown on narrow screens. */
  chips?: ReactNode
  /** At the right: the page's one primary button. */
  children?: ReactNode
}

/** The bar over a page; it stays while the page scrolls. */
export function TopBar({ title, parent, chips, children }: TopBarProps) {
  return (
    <header className="sticky top-0 z-30 flex h-12 items-center gap-2 border-b border-line bg-bg px-6 max-md:px-4">
      <MenuButton />
      <h1 className="mr-1 min-w-0 truncate text-sm font-semibold">
        {[parent ?? []].flat().map(({ label, href }) => (
          <span key={href} className="font-normal text-ink-3 max-md:hidden">
            <Link href={href} className="rounded-sm hover:text-ink hover:underline">
              {label}
            </Link>{' '}
            /{' '}
          </span>
        ))}
        {title}
      </h1>
      {chips && <div className="flex min-w-0 items-center gap-2 overflow-hidden max-md:hidden">{chips}</div>}
      {children && <div className="ml-auto flex shrink-0 items-center gap-2">{children}</div>}
    </header>
  )
}
