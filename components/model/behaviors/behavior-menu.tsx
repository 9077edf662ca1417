import { ArrowDown, ArrowUp, Copy, Ellipsis, Eye, EyeOff, Pencil, Trash2 } from 'lucide-react'
import { DropdownMenu, DropdownMenuItem, DropdownMenuSeparator } from '@/components/ui/dropdown-menu'
import type { BehaviorChanges } from './behavior-changes'

export type BehaviorMenuProps = {
  name: string
  enabled: boolean
  index: number
  /** How many behaviors there are. */
  of: number
  mayWrite: boolean
  changes: BehaviorChanges
}

/** What can be done with one behavior beside its numbers. */
export function BehaviorMenu({ name, enabled, index, of, mayWrite, changes }: BehaviorMenuProps) {
  return (
    <DropdownMenu
      align="end"
      trigger={
        <button
          type="button"
          aria-label={`More for ${name}`}
          data-behavior-menu={index}
          className="inline-flex size-7 items-center justify-center rounded-md text-ink-3 hover:bg-sunken hover:text-ink data-[state=open]:bg-sunken data-[state=open]:text-ink"
        >
          <Ellipsis aria-hidden className="size-4 stroke-[1.5]" />
        </button>
      }
    >
      <DropdownMenuItem onSelect={() => changes.edit(index, 'name')}>
        <Pencil aria-hidden />
        {mayWrite ? 'Edit…' : 'Show all of it…'}
      </DropdownMenuItem>
      <DropdownMenuItem disabled={!mayWrite} onSelect={() => changes.duplicate(index)}>
        <Copy aria-hidden />
        Duplicate
      </DropdownMenuItem>
      <DropdownMenuItem disabled={!mayWrite} onSelect={() => changes.patch(index, { enabled: !enabled })}>
        {enabled ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        {enabled ? 'Disable' : 'Enable'}
      </DropdownMenuItem>
      <DropdownMenuItem disabled={!mayWrite || index === 0} onSelect={() => changes.move(index, index - 1)}>
        <ArrowUp aria-hidden />
        Move up
      </DropdownMenuItem>
      <DropdownMenuItem
        disabled={!mayWrite || index === of - 1}
        onSelect={() => changes.move(index, index + 1)}
      >
        <ArrowDown aria-hidden />
        Move down
      </DropdownMenuItem>
      <DropdownMenuSeparator />
      <DropdownMenuItem disabled={!mayWrite || of === 1} onSelect={() => changes.remove(index)}>
        <Trash2 aria-hidden />
        Remove
      </DropdownMenuItem>
    </DropdownMenu>
  )
}
