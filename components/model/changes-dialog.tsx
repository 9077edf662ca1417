'use client'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { plural } from '@/lib/format/plural'
import { useEditor } from './editor-context'
import { TierChanges } from './what-if/tier-changes'

type Props = { changes: readonly { words: string }[] }

/** The draft beside what is live: every change in words, and what it does to the tiers. */
export function ChangesDialog({ changes }: Props) {
  const { live } = useEditor()
  if (!live) return null
  return (
    <Dialog
      size="large"
      title={`The draft compared with v${live.version}`}
      description={changes.length === 0 ? 'They are the same.' : plural(changes.length, 'change')}
      trigger={<Button>Compare</Button>}
      footer={
        <DialogClose asChild>
          <Button>Close</Button>
        </DialogClose>
      }
    >
      <ChangeList changes={changes} />
      <div className="-mx-4">
        <TierChanges />
      </div>
    </Dialog>
  )
}

/** One change a line. */
export function ChangeList({ changes }: Props) {
  if (changes.length === 0) return null
  return (
    <ul className="grid list-disc gap-1 pl-5 text-sm">
      {changes.map(({ words }) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  )
}
