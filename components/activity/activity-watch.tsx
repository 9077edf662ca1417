'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type ActivityItem, activityQuery } from '@/lib/activity/client'
import { isUnderWay } from '@/lib/activity/schema'
import { titleOf } from './words'

const keyOf = ({ kind, id }: ActivityItem) => `${kind} ${id}`

/** In words what began and what ended between two looks; how far things are is for the eye. */
function newsOf(before: readonly ActivityItem[], now: readonly ActivityItem[]): string[] {
  const earlier = new Map(before.map((item) => [keyOf(item), item]))
  return now.flatMap((item) => {
    const was = earlier.get(keyOf(item))
    if (isUnderWay(item)) return was && isUnderWay(was) ? [] : [`${titleOf(item)}.`]
    return was && isUnderWay(was) ? [`${titleOf(item)}: ${item.state}.`] : []
  })
}

/**
 * Tells readers of the screen when work begins and ends, and the page to ask again when something ended. Drawn nowhere,
 * so that it goes on where the sidebar is folded away.
 */
export function ActivityWatch({ workspace }: { workspace: string }) {
  const client = useQueryClient()
  const items = useQuery(activityQuery(workspace)).data?.items
  const before = useRef<readonly ActivityItem[]>(undefined)
  const [news, setNews] = useState('')

  useEffect(() => {
    if (!items) return
    const known = before.current
    before.current = items
    if (!known) return
    const told = newsOf(known, items)
    if (told.length > 0) setNews(told.join(' '))
    const busy = new Set(items.filter(isUnderWay).map(keyOf))
    const ended = known.some((item) => isUnderWay(item) && !busy.has(keyOf(item)))
    if (ended) {
      void client.invalidateQueries({
        queryKey: [workspace],
        predicate: ({ queryKey }) => queryKey[1] !== 'activity',
      })
    }
  }, [items, client, workspace])

  // Whatever somebody changed may have begun something.
  useEffect(
    () =>
      client.getMutationCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'success') {
          void client.invalidateQueries(activityQuery(workspace))
        }
      }),
    [client, workspace],
  )

  return (
    <p role="status" className="sr-only">
      {news}
    </p>
  )
}
