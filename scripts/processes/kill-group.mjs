import { setTimeout as sleep } from 'node:timers/promises'
import { processBirth } from './process-birth.mjs'

/**
 * Asks a process that leads a group of its own to end, and ends the whole group when it does not within the time
 * given. Resolves when the process is gone.
 * @param {number} pid
 * @param {number} graceMs
 */
export async function killGroup(pid, graceMs) {
  const birth = processBirth(pid)
  if (birth === undefined) return signalGroup(pid, 'SIGKILL')
  const gone = () => processBirth(pid) !== birth
  try {
    process.kill(pid, 'SIGTERM')
  } catch {
    // It ended by itself in this moment.
  }
  const deadline = Date.now() + graceMs
  while (!gone() && Date.now() < deadline) await sleep(25)
  // Also after an orderly end: nothing that it started may stay behind.
  signalGroup(pid, 'SIGKILL')
  while (!gone()) await sleep(25)
}

/** Sends a signal to the group that this process leads, where there are groups. */
export function signalGroup(pid, signal) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal)
  } catch {
    // There is nobody left in the group.
  }
}
