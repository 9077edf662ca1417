// npm test: everything that can be verified, from a bare checkout; the last line has the sum of all tests.
import { command } from './command.mjs'
import { ensureBrowser } from './ensure-browser.mjs'
import { alone, buildApplication } from './setup.mjs'
import { playwright, quickSteps, verifyAll, vitest, wholeStep } from './verify.mjs'

const build = ({ signal }) => alone((onSpawn) => buildApplication({ signal, onSpawn, show: true }), signal)

await command((signal) =>
  verifyAll(
    [
      ...quickSteps,
      vitest('Unit and database tests'),
      wholeStep('Build', build),
      wholeStep('Browser', async () => console.log(await ensureBrowser())),
      playwright('Journeys', 'e2e/playwright.config.ts'),
    ],
    signal,
  ),
)
