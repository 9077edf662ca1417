import { existsSync } from 'node:fs'
import path from 'node:path'
import { defineConfig, devices } from '@playwright/test'

import { apiKey, owner, writeKey } from './signed-in'

const port = Number(process.env.E2E_PORT ?? 3910)
const checkout = path.resolve(import.meta.dirname, '..')
const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].find(
  (file) => file && existsSync(file),
)

/** A developer's own settings must not reach the installation under test, least of all the address of a database. */
const unset = ['DATABASE_URL', 'CLICKHOUSE_URL', 'CLICKHOUSE_CLUSTER', 'NEXTAUTH_URL', 'NEXTAUTH_SECRET']
  .concat(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME', 'GRAVITAS_DEMO'])
  .concat(['EMAIL', 'PASSWORD', 'WORKSPACE', 'API_KEY', 'WRITE_KEY'].map((name) => `GRAVITAS_INIT_${name}`))

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: path.join(checkout, 'test-results'),
  workers: 1,
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  projects: [
    { name: 'first start', testMatch: 'first-start.spec.ts' },
    // A log of the past is imported before anything is sent: what is sent moves the workspace's clock to now.
    {
      name: 'import',
      testMatch: 'import-*.spec.ts',
      dependencies: ['first start'],
      use: { storageState: owner },
    },
    {
      name: 'journeys',
      testIgnore: ['first-start.spec.ts', 'import-*.spec.ts'],
      dependencies: ['import'],
      use: { storageState: owner },
    },
  ],
  use: {
    baseURL: `http://localhost:${port}`,
    trace: 'retain-on-failure',
    ...devices['Desktop Chrome'],
    launchOptions: {
      executablePath, // undefined: Playwright's own
      args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
    },
  },
  webServer: {
    // What people run, on a port and with a data folder of its own. `process.env.SIGN_IN_URL` in a test is the
    // one-time link that it prints.
    command: 'node scripts/start.mjs --fresh',
    cwd: checkout,
    env: {
      ...Object.fromEntries(unset.map((name) => [name, ''])),
      PORT: String(port),
      DATA_DIR: '.data/e2e',
      GRAVITAS_DEMO: 'off',
      GRAVITAS_INIT_API_KEY: apiKey,
      GRAVITAS_INIT_WRITE_KEY: writeKey,
    },
    wait: { stdout: /Sign in with this link, once: (?<sign_in_url>\S+)/ },
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    stdout: 'pipe',
    stderr: 'pipe',
  },
})
