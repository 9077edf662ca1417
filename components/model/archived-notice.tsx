import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { formatDay } from '@/lib/format/instant'

type Props = { workspace: string; zone: string; archivedAt: string | null }

/** Why nothing can be changed here. */
export function ArchivedNotice({ workspace, zone, archivedAt }: Props) {
  if (!archivedAt) return null
  return (
    <Notice
      title={`This model was archived on ${formatDay(archivedAt, zone)}`}
      action={
        <Button asChild>
          <Link href={`/w/${workspace}/models?archived=1`}>Archived models</Link>
        </Button>
      }
    >
      It scores nobody any more and cannot be changed. Restore it to go on.
    </Notice>
  )
}
