/**
 * @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[],
 *   optionalDependencies?: Record<string, string> }} LockEntry
 */

/** As Node names operating systems, by the words that packages use. */
const SYSTEMS = { darwin: 'darwin', linux: 'linux', win32: 'win32', windows: 'win32' }
const PROCESSORS = ['x64', 'arm64', 'arm', 'ia32']

/**
 * The optional packages, by name and version, that others in a lockfile ask for and that it has no entry for. npm
 * leaves them out when the registry at hand does not hold them; where it does, `npm ci` then refuses the lockfile.
 * @param {Record<string, LockEntry>} packages the `packages` of a lockfile
 * @returns {Record<string, string>}
 */
export function lockfileHoles(packages) {
  const present = new Set(Object.keys(packages).map((place) => place.split('node_modules/').at(-1)))
  const wanted = Object.values(packages).flatMap((entry) => Object.entries(entry.optionalDependencies ?? {}))
  return Object.fromEntries(wanted.filter(([name]) => !present.has(name)))
}

/**
 * The entry of a package for one platform, from its name: `@chdb/lib-linux-arm64-gnu` and the like.
 * @param {string} name
 * @param {string} version
 * @returns {LockEntry}
 */
export function platformEntry(name, version) {
  const words = name.split(/[-/]/)
  const os = words.map((word) => SYSTEMS[word]).find(Boolean)
  const cpu = words.find((word) => PROCESSORS.includes(word))
  if (!os || !cpu)
    throw new Error(`The optional package ${name} names no platform; complete the lockfile by hand.`)
  const libc = words.includes('gnu') ? ['glibc'] : words.includes('musl') ? ['musl'] : undefined
  return { version, cpu: [cpu], ...(libc && { libc }), optional: true, os: [os] }
}
