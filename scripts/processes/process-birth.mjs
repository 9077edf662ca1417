import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * When the process with this id began, as text to compare; undefined when there is none. An id alone does not
 * name a process: after a crash or a restart of the machine it may belong to another one. A killed process that
 * the system has not cleared away yet (a zombie) counts as gone.
 * @param {number} pid
 * @returns {string | undefined}
 */
export function processBirth(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  if (process.platform === 'linux') return linuxBirth(pid)
  if (process.platform === 'win32') return isRunning(pid) ? 'running' : undefined
  const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'stat=,lstart='], { encoding: 'utf8' })
  const [state, ...birth] = (stdout ?? '').trim().split(/\s+/)
  return !state || state.startsWith('Z') ? undefined : birth.join(' ')
}

function linuxBirth(pid) {
  try {
    // The second field, the name, is in brackets and may itself hold spaces and brackets.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19]
  } catch {
    return undefined
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
