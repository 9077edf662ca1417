import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { killGroup } from './kill-group.mjs'
import { processBirth } from './process-birth.mjs'

/**
 * @typedef {object} Holder who holds a lock
 * @property {number} pid
 * @property {string} birth
 * @property {Record<string, string | number>} about
 * @property {{ pid: number, birth: string }[]} children processes it started
 *
 * @typedef {object} Lock
 * @property {(pid: number | undefined) => void} addChild so that a later start can end what a crash left running
 * @property {() => void} release
 */

/**
 * Takes the lock file, or says who holds it. A lock whose process is gone is taken over, after the processes which
 * that one left running have been ended.
 * @param {string} file
 * @param {Record<string, string | number>} [about] for the message of whoever comes second
 * @returns {Promise<{ lock: Lock, holder?: undefined } | { lock?: undefined, holder: Holder }>}
 */
export async function takeLock(file, about = {}) {
  const mine = { pid: process.pid, birth: processBirth(process.pid) ?? '', about, children: [] }
  mkdirSync(path.dirname(file), { recursive: true })
  for (;;) {
    if (createWhole(file, mine)) return { lock: lockFor(file, mine) }
    const holder = readHolder(file)
    if (holder && processBirth(holder.pid) === holder.birth) return { holder }
    if (holder) await endLeftovers(holder)
    removeStale(file, holder)
  }
}

function lockFor(file, mine) {
  return {
    addChild(pid) {
      const birth = pid === undefined ? undefined : processBirth(pid)
      if (pid === undefined || birth === undefined) return
      mine.children = mine.children.filter((child) => processBirth(child.pid) === child.birth)
      mine.children.push({ pid, birth })
      replaceWhole(file, mine)
    },
    release() {
      if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true })
    },
  }
}

/** Makes the file with its content in one step, so that nobody reads half of it; false when it exists. */
function createWhole(file, content) {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(content))
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    // Some file systems have no links; there the content follows a moment later.
    return createAtOnce(file, content)
  } finally {
    rmSync(draft, { force: true })
  }
}

function createAtOnce(file, content) {
  try {
    writeFileSync(file, JSON.stringify(content), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function replaceWhole(file, content) {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(content))
  renameSync(draft, file)
}

/** @returns {Holder | undefined} undefined when there is no readable lock */
function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** Moves the stale file away; puts it back if somebody else took the lock in between. */
function removeStale(file, stale) {
  const aside = `${file}.stale.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if (error.code === 'ENOENT') return
    throw error
  }
  const moved = readHolder(aside)
  if (moved && moved.birth !== stale?.birth) createWhole(file, moved)
  rmSync(aside, { force: true })
}

async function endLeftovers({ children = [] }) {
  const left = children.filter((child) => processBirth(child.pid) === child.birth)
  await Promise.all(left.map((child) => killGroup(child.pid, 5000)))
}
