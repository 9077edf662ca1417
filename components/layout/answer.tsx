import type { ReactNode } from 'react'

export type AnswerProps = {
  /** The sentence the page exists for, its claim in `<b>`. */
  children: ReactNode
  /** n, dates, and the direction ("higher is better"). */
  caption?: ReactNode
}

export function Answer({ children, caption }: AnswerProps) {
  return (
    <div>
      <p className="max-w-[1080px] text-xl tracking-[-0.005em] text-pretty [overflow-wrap:anywhere] max-md:text-lg">
        {children}
      </p>
      {caption && <p className="mt-1 text-xs text-ink-3">{caption}</p>}
    </div>
  )
}
