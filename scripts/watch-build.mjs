import { readFileSync } from 'node:fs'
import path from 'node:path'
import { checkout } from './checkout.mjs'

const LOOK_EVERY_MS = 2000
const STAMP = path.join(checkout, '.next/.gravitas-build')

/**
 * Calls `onChange` after every finished build of the checkout: a server that goes on with the files of an earlier
 * build no longer finds them.
 * @param {() => void} onChange
 */
export function watchBuild(onChange) {
  let known = readStamp()
  const timer = setInterval(() => {
    const stamp = readStamp()
    if (stamp === undefined || stamp === known) return
    known = stamp
    onChange()
  }, LOOK_EVERY_MS)
  timer.unref()
}

/** Undefined while a build is under way. */
function readStamp() {
  try {
    return readFileSync(STAMP, 'utf8') || undefined
  } catch {
    return undefined
  }
}
