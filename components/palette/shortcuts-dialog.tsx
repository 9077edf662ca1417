'use client'
import type { NavItem } from '@/components/layout/sidebar-nav'
import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { useCommandKey } from '@/components/ui/use-command-key'
import { usePaletteState } from './palette-state'

type Shortcut = { does: string; keys: readonly string[]; then?: boolean }

const inTables: Shortcut[] = [
  { does: 'Move between rows', keys: ['↑', '↓'] },
  { does: 'Move by a screen', keys: ['Page Up', 'Page Down'] },
  { does: 'First and last row', keys: ['Home', 'End'] },
  { does: 'Open the row', keys: ['Enter'] },
]

const onSliders: Shortcut[] = [
  { does: 'One step', keys: ['←', '→'] },
  { does: 'Ten steps', keys: ['Shift', '←', '→'] },
]

function Group({ title, shortcuts }: { title: string; shortcuts: readonly Shortcut[] }) {
  return (
    <section>
      <h3 className="pb-1 text-xs text-ink-3">{title}</h3>
      <dl className="grid">
        {shortcuts.map(({ does, keys, then }) => (
          <div key={does} className="flex items-center gap-2 border-t border-line py-1.5">
            <dt className="min-w-0 flex-1">{does}</dt>
            <dd className="flex shrink-0 items-center gap-1">
              {keys.map((key, place) => (
                <span key={key} className="contents">
                  {then && place > 0 && <span className="text-xs text-ink-3">then</span>}
                  <Kbd>{key}</Kbd>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Every shortcut there is. */
export function ShortcutsDialog({ places }: { places: readonly NavItem[] }) {
  const { overlay, setOverlay } = usePaletteState()
  const commandKey = useCommandKey() ?? 'Ctrl'
  const everywhere: Shortcut[] = [
    { does: 'Search and commands', keys: [commandKey, 'K'] },
    { does: 'Search on the page', keys: ['/'] },
    { does: 'This list', keys: ['?'] },
  ]
  const toPages = places.flatMap(({ label, letter }): Shortcut[] =>
    letter ? [{ does: label, keys: ['G', letter.toUpperCase()], then: true }] : [],
  )
  return (
    <Dialog
      title="Keyboard shortcuts"
      size="large"
      open={overlay === 'shortcuts'}
      onOpenChange={(open) => setOverlay(open ? 'shortcuts' : null)}
    >
      <div className="grid items-start gap-x-8 gap-y-4 sm:grid-cols-2">
        <div className="grid gap-4">
          <Group title="Everywhere" shortcuts={everywhere} />
          <Group title="Go to a page" shortcuts={toPages} />
        </div>
        <div className="grid gap-4">
          <Group title="In tables" shortcuts={inTables} />
          <Group title="On sliders and cuts" shortcuts={onSliders} />
        </div>
      </div>
    </Dialog>
  )
}
