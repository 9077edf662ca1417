import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * A hash of files and folders by content, not by time: a checkout of the same sources has the same hash.
 * @param {string} root
 * @param {string[]} inputs paths relative to root; those that do not exist count as empty
 * @param {(relative: string) => boolean} [leaveOut]
 * @returns {string}
 */
export function contentHash(root, inputs, leaveOut = () => false) {
  const hash = createHash('sha256')
  const add = (relative) => {
    const file = path.join(root, relative)
    if (leaveOut(relative) || !existsSync(file)) return
    if (!statSync(file).isDirectory()) {
      const content = readFileSync(file)
      hash.update(`${relative}\0${content.length}\0`).update(content)
      return
    }
    for (const name of readdirSync(file).sort()) add(path.posix.join(relative, name))
  }
  inputs.forEach(add)
  return hash.update([process.versions.modules, process.platform, process.arch].join()).digest('hex')
}

/**
 * Does the work unless the stamp says that it was done for the same inputs. Work that is broken off leaves no stamp.
 * @param {{ stamp: string, key: string, results: string[], work: () => Promise<void> }} options `results` are files
 *   which the work makes; when one is missing it is done again
 * @returns {Promise<boolean>} whether there was anything to do
 */
export async function unlessStamped({ stamp, key, results, work }) {
  const done =
    existsSync(stamp) && readFileSync(stamp, 'utf8') === key && results.every((file) => existsSync(file))
  if (done) return false
  rmSync(stamp, { force: true })
  await work()
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, key)
  return true
}
