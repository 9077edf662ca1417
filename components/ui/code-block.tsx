import type { ReactNode } from 'react'
import { cn } from './cn'
import { CopyButton } from './copy-button'
import { ScrollRegion } from './scroll-region'

export type CodeBlockProps = {
  code: string
  /** Names it: "Node", "curl". Shown above the code and used as accessible name. */
  label: string
  /** Draws the label; without it the label is only spoken. */
  showLabel?: boolean
  tools?: ReactNode
  className?: string
}

/** A snippet with a copy button. */
export function CodeBlock({ code, label, showLabel, tools, className }: CodeBlockProps) {
  return (
    <div className={cn('min-w-0 rounded-md border border-line bg-sunken', className)}>
      <div className={cn('flex', showLabel || tools ? 'flex-col' : 'flex-row-reverse items-start')}>
        <div className="flex items-center gap-1 py-1 pr-1 pl-3">
          {showLabel && <span className="text-xs text-ink-3">{label}</span>}
          <span className="ml-auto flex items-center gap-1">
            {tools}
            <CopyButton text={code} label={`Copy ${label}`} />
          </span>
        </div>
        <ScrollRegion label={label} className="min-w-0 flex-1">
          <pre className={cn('w-max min-w-full px-3 py-2 font-mono text-xs', (showLabel || tools) && 'pt-0')}>
            <code>{code}</code>
          </pre>
        </ScrollRegion>
      </div>
    </div>
  )
}
