import path from 'node:path'

/** The folder of the checkout, absolute. */
export const checkout = path.resolve(import.meta.dirname, '..')

/**
 * The oldest Node that everything here runs on; a sentence when this one is older.
 * @returns {string | undefined}
 */
export function nodeTooOld(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return undefined
  return `Gravitas needs Node 20.19 or newer; this is ${version}.`
}
