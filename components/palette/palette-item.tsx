import { Command as Cmdk } from 'cmdk'
import { Kbd } from '@/components/ui/kbd'
import type { Command } from './command'

/** One line of the palette. */
export function PaletteItem({ command, onSelect }: { command: Command; onSelect: () => void }) {
  const { id, label, hint, end, icon: Icon, closed } = command
  return (
    <Cmdk.Item
      value={id}
      disabled={closed}
      onSelect={onSelect}
      className="flex h-9 cursor-pointer items-center gap-2 rounded-md px-2 select-none data-[disabled=true]:cursor-default data-[disabled=true]:text-ink-3 data-[selected=true]:bg-sunken max-md:h-11"
    >
      <Icon aria-hidden className="size-4 shrink-0 stroke-[1.5] text-ink-3" />
      <span className="min-w-0 truncate">{label}</span>
      {hint && <span className="min-w-0 shrink-[2] truncate text-xs text-ink-3">{hint}</span>}
      {typeof end === 'string' && <span className="ml-auto pl-2 text-ink-2">{end}</span>}
      {typeof end === 'object' && (
        <span aria-hidden className="ml-auto flex gap-1 pl-2 max-md:hidden">
          {end.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </span>
      )}
    </Cmdk.Item>
  )
}
