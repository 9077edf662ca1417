// Makes sure that the journeys have a Chromium: one that is installed, else Debian's package where we may install it,
// else Playwright's own download.
import { existsSync } from 'node:fs'
import { spawnSync } from 'node:child_process'

const SYSTEM = '/usr/bin/chromium'

/** @returns {Promise<string>} the path of the browser */
export async function ensureBrowser() {
  const { chromium } = await import('@playwright/test')
  const found = () =>
    [process.env.CHROMIUM_PATH, SYSTEM, chromium.executablePath()].find((file) => file && existsSync(file))
  if (!found() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) installFromDebian()
  if (!found()) run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'])
  const browser = found()
  if (browser) return browser
  throw new Error(
    'No Chromium for the end-to-end tests. Install one (`apt-get install chromium fonts-dejavu-core`, or ' +
      '`npx playwright install chromium`), or set CHROMIUM_PATH to one.',
  )
}

function installFromDebian() {
  const packages = ['chromium', 'fonts-dejavu-core']
  if (!run('apt-get', ['update', '-qq'])) return
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages])
}

function run(program, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0
}
