import type { ReactNode } from 'react'

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className="font-sans text-xs text-ink-3">{children}</kbd>
}
