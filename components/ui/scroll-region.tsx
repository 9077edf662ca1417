'use client'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { cn } from './cn'

export type ScrollRegionProps = {
  label: string
  className?: string
  children: ReactNode
}

/** Scrolls sideways inside its card. It takes part in the tab order only while there is something to scroll. */
export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  const region = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const element = region.current
    if (!element) return
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth))
    observer.observe(element)
    if (element.firstElementChild) observer.observe(element.firstElementChild)
    return () => observer.disconnect()
  }, [])
  return (
    <div
      ref={region}
      {...(scrolls ? { role: 'region', 'aria-label': label, tabIndex: 0 } : {})}
      className={cn('relative overflow-x-auto -outline-offset-2', className)}
    >
      {children}
    </div>
  )
}
