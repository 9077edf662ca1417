// npm start, npm run dev: everything from a bare checkout to the running product, and its orderly end.
//   --dev    pages and worker follow changes of the sources
//   --fresh  begins with an empty data folder
// Until the packages are installed this may use nothing but Node itself; the rest is imported later.
import path from 'node:path'
import { command } from './command.mjs'
import { makeDataDirectory, wipeDataDirectory } from './data-directory.mjs'
import { takeLock } from './processes/instance-lock.mjs'
import { freePort, portProblem } from './processes/free-port.mjs'
import { progress } from './progress.mjs'
import { loadEnvFile, readSettings } from './settings.mjs'
import { alone, buildApplication, generateClient, installPackages } from './setup.mjs'

const dev = process.argv.includes('--dev')
const fresh = process.argv.includes('--fresh')
const again = dev ? 'npm run dev' : 'npm start'

await command(async (signal) => {
  loadEnvFile()
  const { settings, problems } = readSettings(process.env)
  if (problems.length > 0) throw new Error(problems.join('\n'))

  makeDataDirectory(settings.dataDir)
  const lock = await lockDataDirectory(settings)
  try {
    await checkPort(settings.port)
    if (fresh) await beginAfresh(settings.dataDir)
    await run(settings, lock, signal)
  } finally {
    lock.release()
  }
})

/** @param {import('./settings.mjs').Settings} settings */
async function lockDataDirectory({ dataDir, port, origin }) {
  const { lock, holder } = await takeLock(path.join(dataDir, 'start.lock'), { port, origin })
  if (lock) return lock
  throw new Error(
    `Gravitas already runs here: ${holder.about.origin}, process ${holder.pid}, data in ${dataDir}.\n` +
      `Stop that one first (Ctrl-C in its terminal, or: kill ${holder.pid}),\n` +
      `or give this one a port and a folder of its own: PORT=${port + 1} DATA_DIR=.data/second ${again}`,
  )
}

async function checkPort(port) {
  const problem = await portProblem(port)
  if (!problem) return
  const other = await freePort(port < 1024 ? 3000 : port + 1)
  throw new Error(`Port ${port} ${problem}.\nFree it, or choose another port: PORT=${other} ${again}`)
}

async function beginAfresh(dataDir) {
  const { stopLeftPostgres } = await import('./databases/left-postgres.mjs')
  await stopLeftPostgres(path.join(dataDir, 'postgres'))
  wipeDataDirectory(dataDir)
}

async function run(settings, lock, signal) {
  const steps = progress(dev ? 6 : 7)
  const done = (words) => (didWork) => (didWork ? words : 'up to date')
  await alone(async (onSpawn) => {
    const tools = { signal, onSpawn }
    await steps.step('Packages', (say) => installPackages({ ...tools, say }), done('installed'))
    await steps.step('Prisma client', (say) => generateClient({ ...tools, say }), done('generated'))
    if (!dev) await steps.step('Application', (say) => buildApplication({ ...tools, say }), done('built'))
  }, signal)
  const { serve } = await import('./serve.mjs')
  await serve({ settings, dev, lock, signal, steps })
  console.log('Stopped.')
}
