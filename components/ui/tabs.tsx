'use client'
import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn'

export type TabsProps<Value extends string> = {
  label: string
  tabs: readonly { value: Value; label: ReactNode; content: ReactNode }[]
  /** Leave out both to let it hold its own state. */
  value?: Value
  onValueChange?: (value: Value) => void
  className?: string
}

/** Panels of which one shows; arrow keys move between the tabs. */
export function Tabs<Value extends string>({
  label,
  tabs,
  value,
  onValueChange,
  className,
}: TabsProps<Value>) {
  return (
    <Radix.Root
      defaultValue={tabs[0]?.value}
      value={value}
      onValueChange={onValueChange && ((next) => onValueChange(next as Value))}
      className={cn('min-w-0', className)}
    >
      <Radix.List
        aria-label={label}
        className="flex gap-4 overflow-x-auto border-b border-line px-4 max-md:px-3"
      >
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.value}
            value={tab.value}
            className="-mb-px h-9 border-b-2 border-transparent text-control whitespace-nowrap text-ink-2 -outline-offset-2 hover:text-ink data-[state=active]:border-accent data-[state=active]:font-semibold data-[state=active]:text-ink"
          >
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className="outline-offset-[-2px]">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
