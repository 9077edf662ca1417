'use client'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { plural } from '@/lib/format/plural'

type Changes = { changes: readonly { words: string }[] }
type Props = Changes & {
  /** The live version. */
  version: number
  /** What they do to people. */
  children: ReactNode
}

/** The draft beside what is live: every change in words, and what they do. */
export function ChangesDialog({ changes, version, children }: Props) {
  return (
    <Dialog
      size="large"
      title={`The draft compared with v${version}`}
      description={changes.length === 0 ? 'They are the same.' : plural(changes.length, 'change')}
      trigger={<Button>Compare</Button>}
      footer={
        <DialogClose asChild>
          <Button>Close</Button>
        </DialogClose>
      }
    >
      <ChangeList changes={changes} />
      <div className="-mx-4">{children}</div>
    </Dialog>
  )
}

/** One change a line. */
export function ChangeList({ changes }: Changes) {
  if (changes.length === 0) return null
  return (
    <ul className="grid list-disc gap-1 pl-5 text-sm">
      {changes.map(({ words }) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  )
}
