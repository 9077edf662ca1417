// npm run lock: writes package-lock.json anew and completes it for every platform.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { checkout } from './checkout.mjs'
import { command } from './command.mjs'
import { lockfileHoles, platformEntry } from './lockfile-holes.mjs'
import { npmProgram } from './npm-program.mjs'
import { runTool } from './processes/run-tool.mjs'

const file = path.join(checkout, 'package-lock.json')

await command(async (signal) => {
  // In a folder without packages: beside installed ones npm writes no integrity hashes.
  const folder = mkdtempSync(path.join(tmpdir(), 'gravitas-lock-'))
  const made = path.join(folder, 'package-lock.json')
  try {
    copyFileSync(path.join(checkout, 'package.json'), path.join(folder, 'package.json'))
    const args = ['install', '--package-lock-only', '--no-audit', '--no-fund', '--prefix', folder]
    await runTool('npm install', [npmProgram(), ...args], { signal, show: true })
    writeLock(JSON.parse(readFileSync(made, 'utf8')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

function writeLock(lock) {
  const holes = Object.entries(lockfileHoles(lock.packages))
  for (const [name, version] of holes) lock.packages[`node_modules/${name}`] = platformEntry(name, version)
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  const names = holes.map(([name]) => name).join(', ')
  console.log(names ? `Added for other platforms: ${names}` : 'The lockfile names every platform.')
}
