// Loaded into every child with `node --import`: a child whose parent is gone, even by kill -9, ends as well, first
// the orderly way if it has one.
import { isMainThread } from 'node:worker_threads'

const GRACE_MS = 8000
const LOOK_EVERY_MS = 500

if (isMainThread) watchParent()

function watchParent() {
  const parent = process.ppid
  const starter = Number(process.env.GRAVITAS_STARTED_BY)
  // The pipes break together with the parent, and logging into them must not prevent an orderly end.
  process.stdout.on('error', () => {})
  process.stderr.on('error', () => {})
  const timer = setInterval(() => {
    if (process.ppid === parent && (!starter || exists(starter))) return
    clearInterval(timer)
    end()
  }, LOOK_EVERY_MS)
  timer.unref()
}

function end() {
  if (process.listenerCount('SIGTERM') === 0) return endGroup()
  process.on('exit', endGroup)
  setTimeout(endGroup, GRACE_MS)
  process.kill(process.pid, 'SIGTERM')
}

/** Ends this process and, where it leads a group, whatever it started. */
function endGroup() {
  try {
    process.kill(-process.pid, 'SIGKILL')
  } catch {
    process.kill(process.pid, 'SIGKILL')
  }
}

function exists(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
