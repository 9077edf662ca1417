import { EmptyState } from '@/components/ui/empty-state'
import { Progress } from '@/components/ui/progress'
import type { Overview } from '@/lib/engagement/client'
import { weeksDone } from './overview-words'

/** In the place of what needs earlier scores: that they are being made, or when there will be some. */
export function WeeksMissing({ restating, what }: { restating: Overview['restating']; what: string }) {
  if (!restating) {
    return (
      <EmptyState title="No earlier scores yet">
        Everybody is scored each night, and Mondays are kept. {what}
      </EmptyState>
    )
  }
  return (
    <EmptyState title="The past year is being scored" className="w-full">
      {what}
      <Progress
        className="mx-auto mt-4 w-72 max-w-full text-left"
        label={`${weeksDone(restating.done, restating.total)} are there`}
        done={Math.round(restating.progress * 100)}
        total={100}
        unit="%"
      />
    </EmptyState>
  )
}
