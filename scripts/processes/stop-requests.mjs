import { readFileSync } from 'node:fs'

const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }
const LOOK_EVERY_MS = 250

/** Why work was given up: somebody asked this process to end. */
export class StopRequested extends Error {
  constructor(reason, exitCode) {
    super(reason)
    this.exitCode = exitCode
  }
}

/**
 * A signal that aborts, with a StopRequested, when this process is asked to end: by Ctrl-C, SIGTERM or SIGHUP, or by
 * the end of the npm that runs it. A second Ctrl-C ends it at once; its children follow by themselves.
 * @returns {AbortSignal}
 */
export function stopRequests() {
  const controller = new AbortController()
  let askedAt = 0
  for (const [name, exitCode] of Object.entries(EXIT_CODES)) {
    process.on(name, () => {
      // A terminal and npm may both pass on the same Ctrl-C.
      if (controller.signal.aborted && Date.now() - askedAt > 1000) process.exit(exitCode)
      if (controller.signal.aborted) return
      askedAt = Date.now()
      controller.abort(new StopRequested(name, exitCode))
    })
  }
  watchNpm(() => controller.abort(new StopRequested('npm ended', EXIT_CODES.SIGTERM)))
  return controller.signal
}

/**
 * npm runs a shell that runs us. It passes SIGTERM to that shell only, and killed outright it passes nothing; so
 * whether both are still there has to be looked at.
 */
function watchNpm(onEnd) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const line = npmLine()
  const timer = setInterval(() => {
    if (npmLine() === line) return
    clearInterval(timer)
    onEnd()
  }, LOOK_EVERY_MS)
  timer.unref()
}

/** Our parent, and its parent where the former is not npm itself (some shells put us in their place). */
function npmLine() {
  const parent = process.ppid
  if (process.platform !== 'linux' || commandLine(parent).includes('npm')) return String(parent)
  return `${parent} ${parentOf(parent)}`
}

function commandLine(pid) {
  try {
    // npm names itself "npm start"; a shell's command line is its script, which names no npm.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? ''
  } catch {
    return ''
  }
}

function parentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]
  } catch {
    return undefined
  }
}
