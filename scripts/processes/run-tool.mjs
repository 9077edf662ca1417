import { killGroup } from './kill-group.mjs'
import { spawnChild } from './spawn-child.mjs'

/** A tool that ended with an error; `output` is what it said. */
export class ToolFailed extends Error {
  constructor(sentence, output) {
    super(sentence)
    this.output = output
  }
}

/**
 * Runs a Node program to its end. Its output is collected, or shown as it comes with `show`. When `signal` aborts,
 * the program and whatever it started are ended first.
 * @param {string} name for messages
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, show?: boolean, signal?: AbortSignal,
 *   onSpawn?: (pid: number | undefined) => void }} [options]
 * @returns {Promise<string>} what it wrote to its standard output
 * @throws {ToolFailed} when it ends with an error
 */
export async function runTool(name, args, { env, show = false, signal, onSpawn } = {}) {
  signal?.throwIfAborted()
  const child = spawnChild(args, { env, stdout: show ? 'inherit' : 'pipe' })
  onSpawn?.(child.pid)
  let stdout = ''
  let output = ''
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    stdout += text
    output += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    output += text
  })
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, killedBy) => resolve(code ?? killedBy))
  })
  const stop = () => child.pid && void killGroup(child.pid, 5000)
  signal?.addEventListener('abort', stop, { once: true })
  try {
    const result = await ended
    signal?.throwIfAborted()
    if (result !== 0) throw new ToolFailed(`${name} failed (${result}).`, output.trim())
    return stdout
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}
