// node scripts/bundle-server.mjs: the programs beside the web server, each as one file: the worker, and the set-up
// of the first workspace. Packages stay outside the bundle.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, context } from 'esbuild'
import { checkout } from './checkout.mjs'

const ENTRIES = { worker: 'lib/jobs/worker.ts', 'set-up': 'lib/workspaces/set-up.ts' }

/** @type {(outdir: string) => import('esbuild').BuildOptions} */
const options = (outdir) => ({
  absWorkingDir: checkout,
  entryPoints: Object.fromEntries(
    Object.entries(ENTRIES).map(([name, file]) => [name, path.join(checkout, file)]),
  ),
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  alias: { '@': checkout },
  sourcemap: true,
  logLevel: 'warning',
})

/** @param {string} outdir */
export async function bundleServer(outdir) {
  await build(options(outdir))
}

/**
 * Bundles now and after every change, until `close` is called. A change that does not build is reported by esbuild
 * and leaves the programs as they were.
 * @param {string} outdir
 * @param {() => void} onChange called after every bundle but the first
 * @returns {Promise<{ close: () => Promise<void> }>}
 */
export async function watchServer(outdir, onChange) {
  let first = true
  const watching = await context({
    ...options(outdir),
    plugins: [
      {
        name: 'on-change',
        setup: (build) =>
          build.onEnd(({ errors }) => {
            if (errors.length === 0 && !first) onChange()
            first = false
          }),
      },
    ],
  })
  await watching.rebuild()
  first = true
  await watching.watch()
  return { close: () => watching.dispose() }
}

/** Where the programs are, for `npm start` and for `npm run dev`. */
export const bundles = { production: '.next/gravitas', development: '.next/gravitas-dev' }

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const outdir = path.join(checkout, bundles.production)
  await bundleServer(outdir)
  if (!existsSync(path.join(outdir, 'worker.mjs'))) process.exitCode = 1
}
