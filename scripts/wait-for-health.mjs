import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Resolves when the web server says that it is ready.
 * @param {{ port: number, withinMs: number, signal: AbortSignal, gone: Promise<string> }} options `gone` ends the
 *   wait: the server will not come any more
 */
export async function waitForHealth({ port, withinMs, signal, gone }) {
  const deadline = Date.now() + withinMs
  let said = 'it does not answer'
  let ended
  void gone.then((reason) => (ended = reason))
  while (Date.now() < deadline) {
    signal.throwIfAborted()
    if (ended) throw new Error(`The web server ended while it was starting (${ended}).`)
    try {
      const response = await fetch(`http://127.0.0.1:${port}/api/health`, {
        signal: AbortSignal.timeout(30_000),
      })
      if (response.ok) return
      said = `it answers ${response.status}: ${(await response.text()).slice(0, 300)}`
    } catch {
      // Not listening yet.
    }
    await sleep(100)
  }
  throw new Error(`The web server was not ready within ${withinMs / 1000} s: ${said}`)
}
