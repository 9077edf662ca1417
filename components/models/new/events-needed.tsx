import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

type Props = { workspace: string; maySeeSources: boolean }

/** In place of a way to begin that chooses among events, while there are none. */
export function EventsNeeded({ workspace, maySeeSources }: Props) {
  return (
    <EmptyState
      title="Bring in what people do"
      action={
        maySeeSources && (
          <Button variant="go" asChild>
            <Link href={`/w/${workspace}/sources`}>Import a file or connect a source</Link>
          </Button>
        )
      }
    >
      As soon as events are in, a template finds the ones it looks at by their names.
    </EmptyState>
  )
}
