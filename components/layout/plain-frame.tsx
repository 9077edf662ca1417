import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { ThemeSwitch } from './theme-switch'

export type PlainFrameProps = {
  title: ReactNode
  caption?: ReactNode
  /** 400 px for a form, 640 px for a page of words. */
  size?: 'small' | 'large'
  children: ReactNode
}

/** A page without the product around it: signing in, the welcome, an error. */
export function PlainFrame({ title, caption, size = 'small', children }: PlainFrameProps) {
  return (
    <main
      className="mx-auto flex min-h-dvh flex-col justify-center gap-4 p-4"
      style={{ maxWidth: size === 'small' ? 400 : 640 }}
    >
      <p className="px-1 text-sm font-semibold text-ink-2">Gravitas</p>
      <Card className="grid gap-4 p-4">
        <div>
          <h1 className="text-lg font-semibold">{title}</h1>
          {caption && <p className="text-sm text-ink-2">{caption}</p>}
        </div>
        {children}
      </Card>
      <div className="w-48">
        <ThemeSwitch />
      </div>
    </main>
  )
}
