import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { processBirth } from '../processes/process-birth.mjs'

/**
 * Stops a PostgreSQL that an earlier start left running in this folder, without its own programs, which may not be
 * installed yet.
 * @param {string} dir the folder given to `startPostgres`
 */
export async function stopLeftPostgres(dir) {
  const server = leftPostgres(path.join(dir, 'data'))
  if (!server) return
  process.kill(server.pid, 'SIGINT')
  while (processBirth(server.pid) === server.birth) await sleep(50)
}

/**
 * The PostgreSQL process that runs on this data directory. Its file alone proves nothing: after a crash the process
 * id in it may belong to any other program.
 * @param {string} data
 * @returns {{ pid: number, port: number, birth: string } | undefined}
 */
export function leftPostgres(data) {
  const file = path.join(data, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  const birth = processBirth(pid)
  if (birth === undefined || !isPostgres(pid)) return undefined
  return { pid, port: Number(lines[3]), birth }
}

function isPostgres(pid) {
  if (process.platform !== 'linux') return true
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return false
  }
}
