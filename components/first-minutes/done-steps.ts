/** What somebody who looks around in the demo tries first, in the order in which it is told. */
export const steps = ['distribution', 'weight', 'movers', 'export', 'own-data'] as const
export type Step = (typeof steps)[number]

/** How far somebody is with the list, and whether they have put it away. */
export type FirstMinutes = { done: readonly Step[]; dismissed: boolean }

const keyOf = (workspace: string) => `gravitas.first-minutes.${workspace}`
const changed = 'gravitas:first-minutes'

/** The kept text as what it says; whatever is not understood counts as not done. */
export function parseFirstMinutes(text: string | null): FirstMinutes {
  const kept = parsed(text)
  if (typeof kept !== 'object' || kept === null) return { done: [], dismissed: false }
  const done = 'done' in kept && Array.isArray(kept.done) ? (kept.done as unknown[]) : []
  return {
    done: steps.filter((step) => done.includes(step)),
    dismissed: 'dismissed' in kept && kept.dismissed === true,
  }
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}

/** The kept text of a workspace, null without one; undefined where the browser keeps nothing. */
export function keptText(workspace: string): string | null | undefined {
  try {
    return localStorage.getItem(keyOf(workspace))
  } catch {
    return undefined
  }
}

/** Calls back whenever the list changes, in this tab or in another one; answers what ends that. */
export function onFirstMinutes(callback: () => void): () => void {
  window.addEventListener('storage', callback)
  window.addEventListener(changed, callback)
  return () => {
    window.removeEventListener('storage', callback)
    window.removeEventListener(changed, callback)
  }
}

function keep(workspace: string, update: (now: FirstMinutes) => FirstMinutes) {
  const text = keptText(workspace)
  if (text === undefined) return
  const next = JSON.stringify(update(parseFirstMinutes(text)))
  if (next === text) return
  try {
    localStorage.setItem(keyOf(workspace), next)
  } catch {
    // A full store: the step stays without its tick, which nothing depends on.
    return
  }
  window.dispatchEvent(new Event(changed))
}

/** Ticks a step in this browser. Does nothing the second time. */
export const markDone = (workspace: string, step: Step): void =>
  keep(workspace, ({ done, dismissed }) => ({
    done: steps.filter((known) => known === step || done.includes(known)),
    dismissed,
  }))

/** Puts the list of a workspace away for good, in this browser. */
export const dismiss = (workspace: string): void => keep(workspace, ({ done }) => ({ done, dismissed: true }))
