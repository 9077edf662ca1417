// npm run lock: writes package-lock.json anew and completes it for every platform.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { checkout } from './checkout.mjs'
import { command } from './command.mjs'
import { lockfileHoles, platformEntry } from './lockfile-holes.mjs'
import { npmProgram } from './npm-program.mjs'
import { runTool } from './processes/run-tool.mjs'

const file = path.join(checkout, 'package-lock.json')

await command(async (signal) => {
  const before = readFileSync(file, 'utf8')
  rmSync(file)
  try {
    const args = ['install', '--package-lock-only', '--no-audit', '--no-fund']
    await runTool('npm install', [npmProgram(), ...args], { signal, show: true })
  } catch (error) {
    writeFileSync(file, before)
    throw error
  }
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const holes = Object.entries(lockfileHoles(lock.packages))
  for (const [name, version] of holes) lock.packages[`node_modules/${name}`] = platformEntry(name, version)
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  const names = holes.map(([name]) => name).join(', ')
  console.log(names ? `Added for other platforms: ${names}` : 'The lockfile names every platform.')
})
