type Entry = { id: string; words: string; actor: string }

/** Entries with the repetitions of one after another as a single one, its newest: a draft is saved many times. */
export function foldedEntries<One extends Entry>(entries: readonly One[]): (One & { times: number })[] {
  const folded: (One & { times: number })[] = []
  for (const entry of entries) {
    const last = folded.at(-1)
    if (last && last.words === entry.words && last.actor === entry.actor) last.times++
    else folded.push({ ...entry, times: 1 })
  }
  return folded
}
