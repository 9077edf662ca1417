import { checkout, nodeTooOld } from './checkout.mjs'
import { StopRequested, stopRequests } from './processes/stop-requests.mjs'

/**
 * Runs a command of this repository from the root of the checkout: what goes wrong is told in a sentence instead of
 * a stack of calls, and a request to stop ends it in an orderly way.
 * @param {(signal: AbortSignal) => Promise<number | void>} work resolves to the exit code
 */
export async function command(work) {
  const tooOld = nodeTooOld()
  if (tooOld) {
    console.error(tooOld)
    process.exit(1)
  }
  process.chdir(checkout)
  const signal = stopRequests()
  try {
    process.exit((await work(signal)) ?? 0)
  } catch (error) {
    if (signal.aborted && signal.reason instanceof StopRequested) {
      console.error(
        `Stopped before it was done (${signal.reason.message}); the next start goes on from here.`,
      )
      process.exit(signal.reason.exitCode)
    }
    if (error.output) console.error(error.output)
    console.error(`\n${error.message}`)
    if (process.env.LOG_LEVEL === 'debug') console.error(error)
    process.exit(1)
  }
}
