'use client'
import { useQuery } from '@tanstack/react-query'
import { Command as Cmdk } from 'cmdk'
import { useState } from 'react'
import { useEditor } from '@/components/model/editor-context'
import { PersonName } from '@/components/people/person-name'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { inputStyle } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { useSettled } from '@/components/ui/use-settled'
import { formatScore } from '@/lib/format/number'
import { type KnownPerson, pinnableQuery } from '@/lib/known-people/client'
import { MOST_KNOWN_PEOPLE } from '@/lib/known-people/most-known-people'
import type { PersonRow } from '@/lib/people/client'

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  pinned: readonly KnownPerson[]
  error: Error | null
  onPin: (people: readonly KnownPerson[]) => void
}

const PAUSE_MS = 200

/** Finds people as somebody types, and pins them one after the other below those who are pinned. */
export function PinDialog(props: Props) {
  const isFull = props.pinned.length >= MOST_KNOWN_PEOPLE
  return (
    <Dialog
      title="Pin people you know"
      description={
        isFull
          ? `${MOST_KNOWN_PEOPLE} are pinned, the most there can be. Remove somebody first.`
          : 'They are put at the end of the list; drag them to where they belong.'
      }
      open={props.open}
      onOpenChange={props.onOpenChange}
      footer={
        <DialogClose asChild>
          <Button variant="go">Done</Button>
        </DialogClose>
      }
    >
      <Search {...props} isFull={isFull} />
    </Dialog>
  )
}

function Search({ pinned, isFull, error, onPin }: Props & { isFull: boolean }) {
  const { workspace, modelId } = useEditor()
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim(), PAUSE_MS)
  const { data, isFetching, error: unfound } = useQuery(pinnableQuery(workspace, modelId, search))
  const found = search === '' ? [] : (data?.items ?? [])
  const isPinned = ({ personId }: PersonRow) => pinned.some((person) => person.personId === personId)
  const pin = ({ personId, email, name, score, state, tier }: PersonRow) => {
    onPin([...pinned, { personId, email, name, liveScore: score, state, tier, position: pinned.length + 1 }])
    setTyped('')
  }
  return (
    <Cmdk label="Find people" shouldFilter={false} vimBindings={false} loop className="grid gap-2">
      <Cmdk.Input
        value={typed}
        onValueChange={setTyped}
        maxLength={200}
        disabled={isFull}
        aria-label="E-mail, id or name"
        placeholder="Part of an e-mail, an id or a name"
        className={inputStyle}
      />
      <Cmdk.List label="People found" className="min-h-[216px] overflow-y-auto">
        {found.map((row) => (
          <Cmdk.Item
            key={row.personId}
            value={row.personId}
            disabled={isFull || isPinned(row)}
            onSelect={() => pin(row)}
            className="flex h-9 cursor-pointer items-center gap-2 rounded-md px-2 text-sm select-none data-[disabled=true]:cursor-default data-[disabled=true]:text-ink-3 data-[selected=true]:bg-sunken"
          >
            <span className="min-w-0 truncate">
              <PersonName person={row} />
            </span>
            <span className="ml-auto shrink-0 pl-2 text-xs text-ink-3">
              {isPinned(row) ? 'pinned' : row.score === null ? 'no score' : formatScore(row.score)}
            </span>
          </Cmdk.Item>
        ))}
      </Cmdk.List>
      <p role="status" className="text-xs text-ink-3">
        {words()}
      </p>
      {(error ?? unfound) && <Notice kind="error" live title={(error ?? unfound)?.message} />}
    </Cmdk>
  )

  function words(): string {
    if (search === '' || typed.trim() === '') return `${pinned.length} of ${MOST_KNOWN_PEOPLE} pinned`
    if (isFetching || search !== typed.trim()) return 'Looking for people …'
    return found.length === 0 ? 'Nobody is called that. Try part of an e-mail or an id.' : 'Enter pins.'
  }
}
