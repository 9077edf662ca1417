import { readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Whether node_modules already holds what the lockfile names, for instance because somebody ran `npm ci` by hand.
 * npm writes down what it installed when it is done. Packages for other platforms may be missing.
 * @param {string} root
 */
export function packagesAreInstalled(root) {
  const wanted = readPackages(path.join(root, 'package-lock.json'))
  const installed = readPackages(path.join(root, 'node_modules/.package-lock.json'))
  if (!wanted || !installed) return false
  return Object.entries(wanted).every(
    ([place, entry]) =>
      place === '' || entry.optional || entry.extraneous || installed[place]?.version === entry.version,
  )
}

/** @returns {Record<string, { version: string, optional?: boolean, extraneous?: boolean }> | undefined} */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}
