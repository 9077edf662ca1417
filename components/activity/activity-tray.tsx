'use client'
import { useQuery } from '@tanstack/react-query'
import { activityQuery } from '@/lib/activity/client'
import { ActivityRow } from './activity-row'

/** Rows shown; of more it says how many. */
const most = 4

/** The work of the workspace, in the sidebar: nothing while nothing happens. */
export function ActivityTray({ workspace, zone }: { workspace: string; zone: string }) {
  const items = useQuery(activityQuery(workspace)).data?.items ?? []
  if (items.length === 0) return null
  return (
    <section aria-label="Activity" className="border-t border-line px-2 pt-2">
      <ul className="grid gap-2">
        {items.slice(0, most).map((item) => (
          <ActivityRow key={`${item.kind} ${item.id}`} item={item} workspace={workspace} zone={zone} />
        ))}
      </ul>
      {items.length > most && <p className="pt-1 text-xs text-ink-3">and {items.length - most} more</p>}
    </section>
  )
}
