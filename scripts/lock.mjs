// npm run lock: writes package-lock.json anew and completes it for every platform. Some registries hold
// only the packages of one platform; npm then leaves the others out, and `npm ci` refuses the lockfile there.
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'

rmSync('package-lock.json', { force: true })
const npm = process.env.npm_execpath
const made = spawnSync(process.execPath, [npm, 'install', '--package-lock-only', '--no-audit', '--no-fund'], {
  stdio: 'inherit',
})
if (made.status !== 0) process.exit(made.status ?? 1)

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const present = (name) => Object.keys(lock.packages).some((key) => key.endsWith(`node_modules/${name}`))
const platforms = { darwin: 'darwin', linux: 'linux', win32: 'win32', windows: 'win32' }
const added = []
for (const entry of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (present(name)) continue
    const words = name.split(/[-/]/)
    const os = platforms[words.find((word) => word in platforms)]
    const cpu = words.find((word) => ['x64', 'arm64', 'arm', 'ia32'].includes(word))
    const libc = words.includes('gnu') ? 'glibc' : words.includes('musl') ? 'musl' : undefined
    if (!os || !cpu)
      throw new Error(`The optional package ${name} names no platform; complete the lockfile by hand.`)
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      ...(libc && { libc: [libc] }),
      optional: true,
      os: [os],
    }
    added.push(name)
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
console.log(
  added.length ? `Added for other platforms: ${added.join(', ')}` : 'The lockfile names every platform.',
)
