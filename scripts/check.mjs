// npm run check: what can be verified in a moment: format, lint, types and the tests that need no database.
import { command } from './command.mjs'
import { quickSteps, verifyAll, vitest } from './verify.mjs'

await command((signal) => verifyAll([...quickSteps, vitest('Unit tests', '--project', 'unit')], signal))
