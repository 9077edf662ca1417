'use client'
import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { GripVertical, X } from 'lucide-react'
import Link from 'next/link'
import { useEditor } from '@/components/model/editor-context'
import { stateWords } from '@/components/people/words'
import { cn } from '@/components/ui/cn'
import { IconButton } from '@/components/ui/icon-button'
import { Td, Th, Tr } from '@/components/ui/table'
import { formatPlain, formatScore } from '@/lib/format/number'
import { personHref } from '@/lib/people/person-href'
import type { Standing } from './joined-ranks'

type Props = { id: string; person: Standing; isStale: boolean; onRemove: () => void }

const rank = (value: number | null) => (value === null ? '–' : formatPlain(value, 1))

/** Where one known person stands by feeling, by the live version and by the draft. */
export function KnownPersonRow({ id, person, isStale, onRemove }: Props) {
  const { workspace, mayWrite } = useEditor()
  const { position, draftRank, draftScore, liveRank } = person
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id, disabled: !mayWrite })
  const said = person.email ?? person.personId
  return (
    <Tr
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={cn(isDragging && 'relative z-10 bg-sunken')}
    >
      <Td numeric quiet className="w-12 pr-1 first:pl-2 max-md:first:pl-1.5 whitespace-nowrap">
        <span className="inline-flex items-center gap-0.5">
          <button
            ref={setActivatorNodeRef}
            type="button"
            {...attributes}
            {...listeners}
            disabled={!mayWrite}
            aria-label={`Move ${said}, place ${position}`}
            className="inline-flex h-6 w-5 cursor-grab touch-none items-center justify-center rounded-sm text-ink-3 hover:text-ink disabled:cursor-default disabled:opacity-40"
          >
            <GripVertical aria-hidden className="size-4 stroke-[1.5]" />
          </button>
          {position}
        </span>
      </Td>
      <Th scope="row" className="w-full max-w-0 truncate font-normal">
        <Name person={person} workspace={workspace} />
      </Th>
      <Td numeric quiet className="px-1.5">
        {rank(liveRank)}
      </Td>
      <Td
        numeric
        className={cn('px-1.5', isStale && 'opacity-60', draftRank === position && 'font-semibold')}
      >
        {rank(draftRank)}
      </Td>
      <Td numeric className={cn('px-1.5', isStale && 'opacity-60')}>
        {formatScore(draftScore)}
      </Td>
      <Td className="w-8 pl-0 last:pr-2">
        <IconButton label={`Remove ${said}`} disabled={!mayWrite} onClick={onRemove} className="size-6">
          <X aria-hidden />
        </IconButton>
      </Td>
    </Tr>
  )
}

/** E-mail or id, a link to the person's page, with the state of somebody who has no score. */
function Name({
  person: { personId, email, name, state },
  workspace,
}: {
  person: Standing
  workspace: string
}) {
  const said = email ?? personId
  const title = [name, said, personId === said ? null : personId].filter(Boolean).join(' · ')
  const href = personHref(workspace, personId)
  return (
    <>
      {href ? (
        <Link href={href} title={title} className="link">
          {said}
        </Link>
      ) : (
        <span title={title}>{said}</span>
      )}
      {state !== 'scored' && <span className="block text-xs text-ink-3">{stateWords[state]}</span>}
    </>
  )
}
