// Prepares a checkout: packages, Prisma client, build. Each step is left out while its inputs are unchanged.
// npm run build: all three. Uses only Node itself, so that it runs before anything is installed.
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { checkout } from './checkout.mjs'
import { contentHash, unlessStamped } from './content-stamp.mjs'
import { makeDataDirectory } from './data-directory.mjs'
import { packagesAreInstalled } from './installed-packages.mjs'
import { npmProgram } from './npm-program.mjs'
import { takeLock } from './processes/instance-lock.mjs'
import { runTool } from './processes/run-tool.mjs'

const BUILD_INPUTS = ['app', 'components', 'lib', 'prisma', 'public', 'package-lock.json', 'next.config.js']
const BUILD_INPUTS_AT_ROOT = ['postcss.config.mjs', 'tsconfig.json', 'proxy.ts', 'instrumentation.ts']
const BUNDLER = 'scripts/bundle-server.mjs'

/**
 * @typedef {object} SetupOptions
 * @property {AbortSignal} [signal] ends what is running
 * @property {boolean} [show] shows the tools' output as it comes; else it is in the error when one fails
 * @property {(doing: string) => void} [say] told what takes long
 * @property {(pid: number | undefined) => void} [onSpawn]
 */

const at = (...parts) => path.join(checkout, ...parts)

/**
 * @param {SetupOptions} options
 * @returns {Promise<boolean>} whether there was anything to do
 */
export function installPackages({ say, ...options }) {
  return unlessStamped({
    stamp: at('node_modules/.gravitas-install'),
    key: contentHash(checkout, ['package-lock.json']),
    results: [at('node_modules')],
    work: async () => {
      if (packagesAreInstalled(checkout)) return
      say?.('installing')
      // NODE_ENV=production would leave out what the build needs.
      const args = [npmProgram(), 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
      await runTool('npm ci', args, options)
    },
  })
}

/** @param {SetupOptions} options */
export function generateClient({ say, ...options }) {
  const config = 'prisma/prisma.config.ts'
  return unlessStamped({
    stamp: at('prisma/generated/.gravitas-generate'),
    key: contentHash(checkout, ['prisma/schema.prisma', config, 'package-lock.json']),
    results: [at('prisma/generated/client.ts')],
    work: async () => {
      say?.('generating')
      await runTool(
        'prisma generate',
        ['node_modules/prisma/build/index.js', 'generate', '--config', config],
        {
          ...options,
          env: { CHECKPOINT_DISABLE: '1' },
        },
      )
    },
  })
}

/** @param {SetupOptions} options */
export function buildApplication({ say, ...options }) {
  const inputs = [...BUILD_INPUTS, ...BUILD_INPUTS_AT_ROOT, BUNDLER]
  return unlessStamped({
    stamp: at('.next/.gravitas-build'),
    key: contentHash(checkout, inputs, isNotBuilt),
    results: [at('.next/BUILD_ID'), at('.next/gravitas/worker.mjs'), at('.next/gravitas/set-up.mjs')],
    work: async () => {
      say?.('building')
      await runTool('next build', ['node_modules/next/dist/bin/next', 'build'], {
        ...options,
        env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      })
      await runTool('Bundling the worker', [BUNDLER], options)
    },
  })
}

/** Tests and generated files lie beside the sources and are no part of what is built from them. */
const isNotBuilt = (file) => /\.test\.tsx?$/.test(file) || file === 'prisma/generated'

/**
 * Does work that nothing else may do in this checkout at the same time; waits for its turn.
 * @template T
 * @param {(onSpawn: (pid: number | undefined) => void) => Promise<T>} work
 * @param {AbortSignal} [signal]
 */
export async function alone(work, signal) {
  makeDataDirectory(at('.data'))
  let told = false
  for (;;) {
    signal?.throwIfAborted()
    const { lock, holder } = await takeLock(at('.data/checkout.lock'))
    if (lock) {
      try {
        return await work(lock.addChild)
      } finally {
        lock.release()
      }
    }
    if (!told) console.log(`Process ${holder.pid} is preparing this checkout; waiting for it.`)
    told = true
    await sleep(500)
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { command } = await import('./command.mjs')
  const upTo = process.argv[2] ?? 'generate'
  await command(async (signal) =>
    alone(async (onSpawn) => {
      const options = { signal, onSpawn, show: true, say: (doing) => console.log(`> ${doing}`) }
      await installPackages(options)
      await generateClient(options)
      if (upTo === 'build') await buildApplication(options)
    }, signal),
  )
}
