'use client'
import { Command as Cmdk } from 'cmdk'
import { LoaderCircle, Search } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { useState } from 'react'
import { type Command, meantOf } from './command'
import type { KeyboardProps } from './keyboard'
import { PaletteItem } from './palette-item'
import { usePaletteState } from './palette-state'
import { useCommands } from './use-commands'
import { useFound } from './use-found'

export type CommandPaletteProps = Omit<KeyboardProps, 'children'>

/** Everything by typing: pages, models, people by e-mail or id, accounts, actions. ⌘K or Ctrl K opens and closes it. */
export function CommandPalette(props: CommandPaletteProps) {
  const { overlay, setOverlay } = usePaletteState()
  return (
    <Dialog.Root open={overlay === 'palette'} onOpenChange={(open) => setOverlay(open ? 'palette' : null)}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-backdrop" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[12vh] left-1/2 z-40 w-full max-w-[560px] -translate-x-1/2 overflow-hidden rounded-lg border border-line-strong bg-surface outline-none max-md:top-0 max-md:max-w-none max-md:rounded-none max-md:border-x-0 max-md:border-t-0"
        >
          <Dialog.Title className="sr-only">Search and commands</Dialog.Title>
          <PaletteBody {...props} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** Made anew each time it opens, so it begins empty. */
function PaletteBody(props: CommandPaletteProps) {
  const { setOverlay } = usePaletteState()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const commands = useCommands(props)
  const found = useFound(props.workspace, typed)
  const groups = [...meantOf(commands, typed), ...found.groups]

  async function perform(command: Command) {
    setProblem(undefined)
    setBusy(true)
    try {
      await command.run()
      // Unless it opened something in place of the palette.
      setOverlay((now) => (now === 'palette' ? null : now))
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'That did not work.')
    } finally {
      setBusy(false)
    }
  }

  return (
    <Cmdk label="Search and commands" shouldFilter={false} vimBindings={false} loop>
      <div className="flex h-12 items-center gap-2 border-b border-line px-4">
        {busy || found.pending ? (
          <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin text-ink-3" />
        ) : (
          <Search aria-hidden className="size-4 shrink-0 stroke-[1.5] text-ink-3" />
        )}
        <Cmdk.Input
          value={typed}
          onValueChange={setTyped}
          maxLength={200}
          placeholder="A page, a person, an action"
          className="h-full min-w-0 flex-1 bg-transparent text-sm outline-none"
        />
        <Dialog.Close className="rounded-sm px-1 text-xs text-ink-3 hover:text-ink">Close</Dialog.Close>
      </div>
      <Cmdk.List
        label="Results"
        className="max-h-[min(60dvh,420px)] scroll-py-2 overflow-y-auto p-2 max-md:max-h-[70dvh]"
      >
        {groups.map(({ heading, commands: own }) => (
          <Cmdk.Group
            key={heading}
            heading={heading}
            className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-3"
          >
            {own.map((command) => (
              <PaletteItem key={command.id} command={command} onSelect={() => void perform(command)} />
            ))}
          </Cmdk.Group>
        ))}
      </Cmdk.List>
      <p role="status" className="px-4 pb-3 text-xs text-ink-3 empty:hidden">
        {found.pending
          ? 'Looking for people …'
          : groups.length === 0 && 'Nothing is called that. Try part of an e-mail or an id.'}
      </p>
      {(problem ?? found.error) && (
        <p role="alert" className="border-t border-line px-4 py-2 text-xs text-danger">
          {problem ?? found.error?.message}
        </p>
      )}
    </Cmdk>
  )
}
