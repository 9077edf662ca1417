'use client'
import { X } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import type { ActivityItem } from '@/lib/activity/client'
import { useCancel } from './use-cancel'
import { ofWhat, standOf, titleOf } from './words'

type Props = { item: ActivityItem; workspace: string; zone: string }

/** One piece of work: what it is, how far, how long still, and a way to stop it. */
export function ActivityRow({ item, workspace, zone }: Props) {
  const cancel = useCancel(workspace, item)
  const title = titleOf(item)
  const stand = cancel.isPending || cancel.isSuccess ? stopping(item) : standOf(item)
  const what = ofWhat(item, zone)
  const problem = cancel.error?.message ?? item.error
  return (
    <li
      className="grid grid-cols-[minmax(0,1fr)_auto] items-start text-xs"
      title={[title, what].filter(Boolean).join(' · ')}
    >
      <div className="min-w-0">
        <p className="truncate text-ink-2">{title}</p>
        {what && <p className="truncate text-ink-3">{what}</p>}
      </div>
      {item.mayCancel && (
        <IconButton
          label={`Cancel: ${title}`}
          side="top"
          className="-mt-1 -mr-1.5 size-6"
          disabled={cancel.isPending || cancel.isSuccess}
          onClick={() => cancel.mutate()}
        >
          <X aria-hidden />
        </IconButton>
      )}
      <div className="col-span-2 min-w-0">
        {item.state === 'running' && <Bar item={item} stand={stand} title={title} />}
        <p className="text-ink-3">{stand}</p>
        {problem && <p className="text-danger">{problem}</p>}
      </div>
    </li>
  )
}

const stopping = ({ state }: ActivityItem) =>
  state === 'queued' || state === 'running' ? 'stopping' : 'cancelled'

function Bar({ item, stand, title }: { item: ActivityItem; stand: string; title: string }) {
  const percent = Math.round(item.progress * 100)
  return (
    <div
      role="progressbar"
      aria-label={title}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={stand}
      className="my-1 h-1 overflow-hidden rounded-[2px] bg-line"
    >
      <div
        className="h-full rounded-[2px] bg-accent transition-[width] duration-300"
        style={{ width: `${percent}%` }}
      />
    </div>
  )
}
