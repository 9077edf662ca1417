import { setTimeout as sleep } from 'node:timers/promises'

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 30_000
/** A service that ran this long was fine: its next failure is a new one. */
const FINE_AFTER_MS = 60_000

/**
 * @typedef {object} Running a service that was started
 * @property {Promise<string>} gone resolves, with the reason, when it is no longer there
 * @property {() => Promise<void>} stop
 */

/**
 * A service that is started once and, after `keep`, again whenever it is gone, each time after a longer pause.
 * @template {Running} T
 * @param {string} name
 * @param {() => Promise<T>} launch
 * @param {(line: string) => void} say
 */
export function supervised(name, launch, say) {
  const stopping = new AbortController()
  let pause = FIRST_PAUSE_MS
  /** @type {Promise<T> | undefined} */
  let launched

  async function keepRunning() {
    while (launched) {
      const since = Date.now()
      const reason = await (await launched).gone
      if (stopping.signal.aborted) return
      if (Date.now() - since > FINE_AFTER_MS) pause = FIRST_PAUSE_MS
      say(`${name} is gone (${reason}); starting it again.`)
      if (await startAgain()) say(`${name} runs again.`)
    }
  }

  async function startAgain() {
    for (;;) {
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {})
      if (stopping.signal.aborted) return false
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
      try {
        await (launched = launch())
        return true
      } catch (error) {
        say(`${name} does not start: ${error.message} Next attempt in ${pause / 1000} s.`)
      }
    }
  }

  const stopCurrent = async () => (await launched?.catch(() => undefined))?.stop()
  return {
    /** @returns {Promise<T>} */
    start: () => (launched = launch()),
    /** From now on starts the service again when it is gone. */
    keep: () => void keepRunning(),
    /** Ends the running one, so that a kept service begins anew. */
    restart: () => {
      pause = FIRST_PAUSE_MS
      return stopCurrent()
    },
    /** Ends the service for good, also one that is just being started. */
    stop: () => {
      stopping.abort()
      return stopCurrent()
    },
  }
}
