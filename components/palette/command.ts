import type { LucideIcon } from 'lucide-react'

/** Something the palette offers. */
export type Command = {
  /** Its own among all commands. */
  id: string
  label: string
  /** Beside the label, quiet. */
  hint?: string
  /** At the right: keys that do the same, or a score. */
  end?: readonly string[] | string
  icon: LucideIcon
  /** Other words it is found by. */
  words?: string
  /** It is shown, but leads nowhere: the hint says why. */
  closed?: boolean
  /** What it does; a refusal is thrown, in words. The palette closes when it is done. */
  run: () => void | Promise<void>
}

export type CommandGroup = { heading: string; commands: readonly Command[] }

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Whether every word typed begins a word of the command. */
export function isMeant({ label, words = '' }: Pick<Command, 'label' | 'words'>, typed: string): boolean {
  const own = plain(`${label} ${words}`).split(/[\s/·]+/)
  return plain(typed)
    .split(/\s+/)
    .every((word) => own.some((known) => known.startsWith(word)))
}

/** What is left of groups for what was typed; a group without commands goes. */
export function meantOf(groups: readonly CommandGroup[], typed: string): CommandGroup[] {
  return groups
    .map(({ heading, commands }) => ({
      heading,
      commands: commands.filter((command) => isMeant(command, typed)),
    }))
    .filter(({ commands }) => commands.length > 0)
}
