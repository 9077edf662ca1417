import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runTool } from './processes/run-tool.mjs'
import { alone, generateClient, installPackages } from './setup.mjs'
import {
  addCounts,
  closingLine,
  noCounts,
  playwrightCounts,
  readReport,
  vitestCounts,
} from './test-counts.mjs'

const VITEST = 'node_modules/vitest/vitest.mjs'
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js'

/**
 * @typedef {object} Verification
 * @property {AbortSignal} signal
 * @property {string} reports a folder for the tools' reports
 */

/**
 * One thing that is verified; resolves to the counts of its tests.
 * @typedef {{ name: string, verify: (context: Verification) => Promise<import('./test-counts.mjs').Counts> }} Step
 */

/** @type {(name: string, ...commands: string[][]) => Step} a step that passes or fails as a whole */
export const tool = (name, ...commands) =>
  wholeStep(name, async ({ signal }) => {
    for (const args of commands) await runTool(name, args, { signal, show: true })
  })

/** @type {(name: string, work: (context: Verification) => Promise<unknown>) => Step} */
export const wholeStep = (name, work) => ({
  name,
  verify: (context) =>
    work(context).then(
      () => ({ ...noCounts(), passed: 1 }),
      (error) => failedStep(error, context),
    ),
})

/** @type {(name: string, ...args: string[]) => Step} */
export const vitest = (name, ...args) => ({
  name,
  verify: async ({ signal, reports }) => {
    const file = path.join(reports, 'vitest.json')
    const options = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args]
    const failed = await fails(runTool('vitest', [VITEST, ...options], { signal, show: true }), signal)
    return readReport(file, failed, vitestCounts)
  },
})

/** @type {(name: string, config: string) => Step} */
export const playwright = (name, config) => ({
  name,
  verify: async ({ signal, reports }) => {
    const file = path.join(reports, 'playwright.json')
    const args = [PLAYWRIGHT, 'test', '--config', config, '--reporter=list,json']
    const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file }
    const failed = await fails(runTool('playwright', args, { signal, show: true, env }), signal)
    return readReport(file, failed, playwrightCounts)
  },
})

/** The quick ones, which need no database. */
export const quickSteps = [
  tool('Format', ['node_modules/prettier/bin/prettier.cjs', '--check', '.']),
  tool('Lint', ['node_modules/eslint/bin/eslint.js', '.']),
  tool(
    'Types',
    ['node_modules/next/dist/bin/next', 'typegen'],
    ['node_modules/typescript/bin/tsc', '--noEmit'],
  ),
]

/**
 * Prepares the checkout and takes the steps one after the other, up to the first that fails. The last line is the
 * sum of all tests.
 * @param {Step[]} steps
 * @param {AbortSignal} signal
 * @returns {Promise<number>} the exit code
 */
export async function verifyAll(steps, signal) {
  const reports = mkdtempSync(path.join(tmpdir(), 'gravitas-reports-'))
  let sum = noCounts()
  try {
    for (const { name, verify } of [preparation, ...steps]) {
      console.log(`\n# ${name}`)
      const started = Date.now()
      sum = addCounts(sum, await verify({ signal, reports }))
      console.log(
        `# ${name}: ${sum.failed === 0 ? 'passed' : 'FAILED'} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
      )
      if (sum.failed > 0) break
    }
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
  console.log(`\n${closingLine(sum)}`)
  return sum.failed === 0 ? 0 : 1
}

/** @type {Step} no test, so it counts only when it fails */
const preparation = {
  name: 'Packages and Prisma client',
  verify: (context) =>
    alone(async (onSpawn) => {
      const options = { signal: context.signal, onSpawn, show: true }
      await installPackages(options)
      await generateClient(options)
    }, context.signal).then(noCounts, (error) => failedStep(error, context)),
}

function failedStep(error, { signal }) {
  signal.throwIfAborted()
  console.error(error.message)
  return { ...noCounts(), failed: 1 }
}

async function fails(run, signal) {
  try {
    await run
    return false
  } catch (error) {
    signal.throwIfAborted()
    console.error(error.message)
    return true
  }
}
