import { spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import path from 'node:path'
import { checkout } from '../checkout.mjs'

const EXIT_WITH_PARENT = pathToFileURL(path.join(import.meta.dirname, 'exit-with-parent.mjs')).href

/**
 * Starts a Node program that ends when this process does. It leads a process group of its own: Ctrl-C in a terminal
 * reaches only this process, which then stops its children in order.
 * @param {string[]} args program and its arguments
 * @param {{ env?: Record<string, string | undefined>, stdout?: 'pipe' | 'inherit' }} [options]
 * @returns {import('node:child_process').ChildProcess}
 */
export function spawnChild(args, { env = {}, stdout = 'pipe' } = {}) {
  return spawn(process.execPath, ['--import', EXIT_WITH_PARENT, ...args], {
    cwd: checkout,
    stdio: ['ignore', stdout, stdout],
    detached: process.platform !== 'win32',
    windowsHide: true,
    env: { ...process.env, GRAVITAS_STARTED_BY: String(process.pid), ...env },
  })
}
