import { cn } from './cn'

/** The place of something that is loading; give it the size of what will come. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn('h-4 animate-pulse rounded-sm bg-sunken', className)} />
}
